import { zipSync, strToU8 } from 'fflate';
import { pngOf } from '#test/pictures.ts';

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The theme of a region: plum and gold, its own fonts. */
export const theme = (font = 'Liberation Sans', heading = 'Liberation Serif'): string =>
  `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Région"><a:themeElements><a:clrScheme name="Région"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="3A1030"/></a:dk2><a:lt2><a:srgbClr val="F4ECF1"/></a:lt2><a:accent1><a:srgbClr val="7A1F5C"/></a:accent1><a:accent2><a:srgbClr val="9A6B00"/></a:accent2><a:accent3><a:srgbClr val="2F6F4F"/></a:accent3><a:accent4><a:srgbClr val="345B8C"/></a:accent4><a:accent5><a:srgbClr val="7A5230"/></a:accent5><a:accent6><a:srgbClr val="5B5B6B"/></a:accent6><a:hlink><a:srgbClr val="345B8C"/></a:hlink><a:folHlink><a:srgbClr val="7A1F5C"/></a:folHlink></a:clrScheme><a:fontScheme name="Région"><a:majorFont><a:latin typeface="${heading}"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const fonts = (kind: 'major' | 'minor'): string =>
  `<w:rFonts w:asciiTheme="${kind}HAnsi" w:hAnsiTheme="${kind}HAnsi" w:eastAsiaTheme="${kind}EastAsia" w:cstheme="${kind}Bidi"/>`;

const paragraph = (id: string, name: string, run: string, properties = '', more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const heading = (level: number, size: number, isNumbered: boolean): string =>
  paragraph(
    `Titre${level}`,
    `heading ${level}`,
    `${fonts('major')}<w:b/><w:color w:val="7A1F5C" w:themeColor="accent1"/><w:sz w:val="${size}"/>`,
    `<w:keepNext/>${isNumbered ? `<w:numPr>${level > 1 ? `<w:ilvl w:val="${level - 1}"/>` : ''}<w:numId w:val="3"/></w:numPr>` : ''}<w:spacing w:before="300" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
    '<w:next w:val="Normal"/>',
  );

export interface WordSample {
  readonly hasHeadings?: boolean;
  readonly isNumbered?: boolean;
  readonly hasTableStyle?: boolean;
  readonly hasFirstPage?: boolean;
  readonly body?: string;
  readonly mainType?: string;
  readonly settings?: string;
  readonly extra?: Readonly<Record<string, Uint8Array>>;
  readonly relations?: string;
  readonly section?: string;
  readonly names?: Readonly<Record<string, string>>;
}

/** A Word template as a region's communication service would hand out: French ids, logo, own styles. */
export function wordTemplate(sample: WordSample = {}): Uint8Array {
  const {
    hasHeadings = true,
    isNumbered = true,
    hasTableStyle = true,
    hasFirstPage = true,
    body = '<w:p><w:r><w:t>Texte d’exemple du modèle</w:t></w:r></w:p>',
    mainType = 'template.main+xml',
    settings = '',
    extra = {},
    relations = '',
    section = '',
    names = {},
  } = sample;
  const styles = `${HEAD}<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('minor')}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="Policepardfaut"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${
    hasHeadings ? [1, 2, 3].map((level) => heading(level, 40 - level * 6, isNumbered)).join('') : ''
  }${paragraph('Titre', names['title'] ?? 'Title', `${fonts('major')}<w:color w:val="3A1030"/><w:sz w:val="64"/>`)}${paragraph('Sous-titre', names['subtitle'] ?? 'Subtitle', '<w:i/><w:sz w:val="30"/>')}${paragraph('Lgende', 'caption', '<w:i/><w:color w:val="9A6B00"/><w:sz w:val="18"/>')}${paragraph('Paragraphedeliste', 'List Paragraph', '', '<w:ind w:left="720"/><w:contextualSpacing/>')}${paragraph('Listepuces', 'List Bullet', '', '<w:numPr><w:numId w:val="7"/></w:numPr>')}${paragraph('TM1', 'toc 1', '<w:b/>')}${paragraph('TM2', 'toc 2', '', '<w:ind w:left="220"/>')}${paragraph('Notedebasdepage', 'footnote text', '<w:sz w:val="16"/>')}${paragraph('Citation', 'Quote', '<w:i/>')}${paragraph('Chiffrecl', 'Chiffre clé', '<w:color w:val="9A6B00"/><w:sz w:val="56"/>')}<w:style w:type="character" w:styleId="Lienhypertexte"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="345B8C"/><w:u w:val="single"/></w:rPr></w:style>${
    hasTableStyle
      ? '<w:style w:type="table" w:customStyle="1" w:styleId="TableauRegion"><w:name w:val="Tableau Région"/><w:basedOn w:val="TableauNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:color="7A1F5C"/><w:bottom w:val="single" w:sz="8" w:color="7A1F5C"/><w:insideH w:val="single" w:sz="4" w:color="D9C3D1"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="7A1F5C"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F4ECF1"/></w:tcPr></w:tblStylePr></w:style>'
      : ''
  }</w:styles>`;
  const level = (index: number, format: string, text: string, tie = ''): string => {
    const style = hasHeadings ? tie : '';
    return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${432 + index * 144}" w:hanging="${432 + index * 144}"/></w:pPr></w:lvl>`;
  };
  const numbering = `${HEAD}<w:numbering ${NS}><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${level(0, 'upperRoman', '%1 –', '<w:pStyle w:val="Titre1"/>')}${level(1, 'decimal', '%2.', '<w:pStyle w:val="Titre2"/>')}${level(2, 'lowerLetter', '%3)', '<w:pStyle w:val="Titre3"/>')}</w:abstractNum><w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Listepuces"/><w:lvlText w:val="»"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>`;
  const logo = (width: number): string =>
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${Math.round(width / 3)}"/><wp:docPr id="1" name="logo" descr="Logo de la Région"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${Math.round(width / 3)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const header = (text: string): string =>
    `${HEAD}<w:hdr ${NS}><w:p><w:r>${logo(1_080_000)}</w:r><w:r><w:tab/><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
  const headerRels = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/image" Target="media/logo.png"/></Relationships>`;
  const footer = `${HEAD}<w:ftr ${NS}><w:p><w:r><w:t xml:space="preserve">Région – {{ti</w:t></w:r><w:r><w:t>tre}} – page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;
  const references = `<w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId11"/>${hasFirstPage ? '<w:headerReference w:type="first" r:id="rId12"/>' : ''}`;
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="${mainType.startsWith('application') ? mainType : `${WORD}.${mainType}`}"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/header2.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<w:document ${NS}><w:body>${body}<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1134" w:bottom="1418" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>${section}${hasFirstPage ? '<w:titlePg/>' : ''}</w:sectPr></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${OFFICE}/settings" Target="settings.xml"/><Relationship Id="rId4" Type="${OFFICE}/theme" Target="/word/theme/theme1.xml"/><Relationship Id="rId10" Type="${OFFICE}/header" Target="header1.xml"/><Relationship Id="rId11" Type="${OFFICE}/footer" Target="footer1.xml"/><Relationship Id="rId12" Type="${OFFICE}/header" Target="header2.xml"/>${relations}</Relationships>`,
    ),
    'word/styles.xml': strToU8(styles),
    'word/numbering.xml': strToU8(numbering),
    'word/settings.xml': strToU8(
      `${HEAD}<w:settings ${NS}>${settings}<w:defaultTabStop w:val="708"/></w:settings>`,
    ),
    'word/header1.xml': strToU8(header('Pages courantes')),
    'word/header2.xml': strToU8(header('Première page')),
    'word/footer1.xml': strToU8(footer),
    'word/_rels/header1.xml.rels': strToU8(headerRels),
    'word/_rels/header2.xml.rels': strToU8(headerRels),
    'word/media/logo.png': pngOf(120, 40, [122, 31, 92]),
    'word/theme/theme1.xml': strToU8(theme()),
    ...extra,
  };
  return zipSync(files);
}
