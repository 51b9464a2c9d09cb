import { strToU8, zipSync } from 'fflate';
import { pngOf } from '#test/pictures.ts';
import { theme } from './word-templates.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

type Box = readonly [x: number, y: number, w: number, h: number];
const emu = (inches: number): number => Math.round(inches * 914_400);
const frame = ([x, y, w, h]: Box): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

let shapeId = 1;
const placeholder = (
  type: string,
  idx: number | null,
  box: Box | null,
  text = '',
  size = 0,
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${(shapeId += 1)}" name="${type} ${shapeId}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${type === 'obj' ? '' : ` type="${type}"`}${idx === null ? '' : ` idx="${idx}"`}/></p:nvPr></p:nvSpPr><p:spPr>${box === null ? '' : frame(box)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${size === 0 ? '' : `<a:lvl1pPr><a:defRPr sz="${size * 100}"/></a:lvl1pPr>`}</a:lstStyle><a:p>${text === '' ? '<a:endParaRPr lang="fr-FR"/>' : text === '<number>' ? '<a:fld id="{5B1C7B0E-2C0A-4C59-9C2B-0D6B2F4E7A22}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>‹#›</a:t></a:fld>' : `<a:r><a:rPr lang="fr-FR"/><a:t>${text}</a:t></a:r>`}</a:p></p:txBody></p:sp>`;
const bar = (box: Box, color: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${(shapeId += 1)}" name="bar ${shapeId}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
const logo = (box: Box): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="${(shapeId += 1)}" name="logo" descr="Logo de la Région"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
const tree = (shapes: string, background = ''): string =>
  `${background}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`;

export interface SlideSample {
  readonly width?: number;
  readonly height?: number;
  readonly kinds?: readonly string[];
  readonly isDark?: boolean;
  readonly mainType?: string;
  readonly extra?: Readonly<Record<string, Uint8Array>>;
}

/** A presentation template with a logo on the left, a band below and one slide of explanations. */
export function slideTemplate(sample: SlideSample = {}): Uint8Array {
  const {
    width: w = 13.333,
    height: h = 7.5,
    kinds = ['title', 'obj', 'secHead', 'titleOnly'],
    isDark = false,
    mainType = 'template',
    extra = {},
  } = sample;
  const unit = h / 7.5;
  const at = (box: Box): Box => [
    box[0] * (w / 13.333),
    box[1] * unit,
    box[2] * (w / 13.333),
    box[3] * unit,
  ];
  const names: Readonly<Record<string, string>> = {
    title: 'Diapositive de titre',
    obj: 'Titre et contenu',
    secHead: 'Titre de section',
    titleOnly: 'Titre seul',
    blank: 'Vide',
  };
  const feet =
    placeholder('dt', 10, at([0.9, 6.95, 2.5, 0.4])) +
    placeholder('ftr', 11, at([4, 6.95, 6, 0.4])) +
    placeholder('sldNum', 12, at([11.5, 6.95, 1, 0.4]), '<number>');
  const shapes: Readonly<Record<string, string>> = {
    title: `${bar(at([0, 5.9, 13.333, 1.6]), 'accent1')}${logo(at([0.6, 0.5, 2, 0.7]))}${placeholder('ctrTitle', null, at([1.5, 1.9, 10, 1.7]), '', Math.round(44 * unit))}${placeholder('subTitle', 1, at([1.5, 3.7, 10, 2]), '', Math.round(22 * unit))}`,
    obj: placeholder('title', null, null) + placeholder('obj', 1, null) + feet,
    secHead: `${bar(at([0, 0, 13.333, 3.4]), 'accent1')}${placeholder('title', null, at([1.5, 3.6, 10, 1.1]))}${placeholder('body', 1, at([1.5, 4.8, 10, 1.9]))}${feet}`,
    titleOnly: placeholder('title', null, null) + feet,
    blank: '',
  };
  const rel = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const rels = (content: string): Uint8Array =>
    strToU8(`${HEAD}<Relationships xmlns="${RELS}">${content}</Relationships>`);
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${type.includes('/') ? type : `${TYPE}.${type}+xml`}"/>`;
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override('/ppt/presentation.xml', `${mainType}.main`)}${override('/ppt/slideMasters/slideMaster1.xml', 'slideMaster')}${kinds.map((_, index) => override(`/ppt/slideLayouts/slideLayout${index + 1}.xml`, 'slideLayout')).join('')}${override('/ppt/slides/slide1.xml', 'slide')}${override('/ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml')}</Types>`,
    ),
    '_rels/.rels': rels(rel(1, 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml': strToU8(
      `${HEAD}<p:presentation ${NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${emu(w)}" cy="${emu(h)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': rels(
      rel(1, 'slideMaster', 'slideMasters/slideMaster1.xml') +
        rel(2, 'slide', 'slides/slide1.xml') +
        rel(3, 'theme', 'theme/theme1.xml'),
    ),
    'ppt/slides/slide1.xml': strToU8(
      `${HEAD}<p:sld ${NS}><p:cSld>${tree(placeholder('title', null, null, 'Mode d’emploi du modèle'))}</p:cSld></p:sld>`,
    ),
    'ppt/slides/_rels/slide1.xml.rels': rels(
      rel(1, 'slideLayout', '../slideLayouts/slideLayout1.xml'),
    ),
    'ppt/slideMasters/slideMaster1.xml': strToU8(
      `${HEAD}<p:sldMaster ${NS}><p:cSld>${tree(
        `${bar(at([0, 0, 0.45, 7.5]), 'accent2')}${logo(at([11.3, 0.3, 1.6, 0.53]))}${placeholder('title', null, at([0.9, 0.35, 10, 0.95]))}${placeholder('body', 1, at([0.9, 1.5, 11.6, 5.2]), 'Texte')}${feet}`,
        isDark
          ? '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="3A1030"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
          : '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>',
      )}</p:cSld><p:clrMap bg1="${isDark ? 'dk1' : 'lt1'}" tx1="${isDark ? 'lt1' : 'dk1'}" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${kinds.map((_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${20 + index}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="${Math.round(3000 * unit)}" b="1"><a:solidFill><a:schemeClr val="${isDark ? 'tx1' : 'accent1'}"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="»"/><a:defRPr sz="${Math.round(2000 * unit)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`,
    ),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': rels(
      kinds
        .map((_, index) =>
          rel(20 + index, 'slideLayout', `../slideLayouts/slideLayout${index + 1}.xml`),
        )
        .join('') +
        rel(1, 'theme', '../theme/theme1.xml') +
        rel(9, 'image', '../media/logo.png'),
    ),
    'ppt/theme/theme1.xml': strToU8(theme()),
    'ppt/media/logo.png': pngOf(120, 40, [122, 31, 92]),
    ...extra,
  };
  for (const [index, kind] of kinds.entries()) {
    files[`ppt/slideLayouts/slideLayout${index + 1}.xml`] = strToU8(
      `${HEAD}<p:sldLayout ${NS} type="${kind}" preserve="1"><p:cSld name="${names[kind] ?? kind}">${tree(shapes[kind] ?? '')}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    );
    files[`ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`] = rels(
      rel(1, 'slideMaster', '../slideMasters/slideMaster1.xml') +
        rel(9, 'image', '../media/logo.png'),
    );
  }
  return zipSync(files);
}
