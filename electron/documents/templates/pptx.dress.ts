import { unzipSync } from 'fflate';
import { cleanPackage, distinctLacks } from './clean.ts';
import { takeProperties } from './docx.dress.ts';
import { fillMarks, filled } from './marks.ts';
import { OpcPackage } from './opc.ts';
import { bodyOf, placeholderOf, titleOf } from './pptx.frame.ts';
import type { SlidePlan } from './pptx.frame.ts';
import { EMU } from './pptx.layouts.ts';
import type { Layout, Placeholder } from './pptx.layouts.ts';
import type { DocumentWords, Dressed, TemplateLack, TemplatePackage } from './template.ts';
import { NS, allOf, attribute, childOf, childrenOf, removeNode } from './xml.ts';
import { luminance } from '#domain/colours.ts';
import { BODY_SLOT } from '#documents/pptx.canvas.ts';
import { fitText } from '#documents/slides.labels.ts';
import type { SlideKind } from '#documents/slides.stage.ts';
import type { DocumentTheme } from '#documents/theme.ts';
import { escapeXml } from '#documents/xml.ts';

const PRESENTATION =
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';

/** What a presentation is dressed for. */
export interface SlideWords extends DocumentWords {
  readonly language: 'fr' | 'en';
  readonly day: string;
  /** At the foot of slides. */
  readonly footer: string;
  readonly hasPageNumbers: boolean;
  readonly theme: DocumentTheme;
}

/** Relations of the presentation that stay; slides, their comments and views are not ours. */
const KEPT = new Set([
  'slideMaster',
  'notesMaster',
  'handoutMaster',
  'presProps',
  'theme',
  'tableStyles',
  'font',
]);

const SHAPE = /<p:sp>.*?<\/p:sp>/gsu;

/** Measures of our geometry in theirs: places, sizes of text, spaces, widths of columns and lines. */
function scaled(xml: string, scale: number): string {
  if (Math.abs(scale - 1) < 0.002) return xml;
  const by = (text: string): string => String(Math.round(Number(text) / scale));
  return xml
    .replace(/<a:(?:off|ext|chOff|chExt) [^>]*>/gu, (tag) =>
      tag.replace(/(?<=[xy]=")-?\d+(?=")/gu, by),
    )
    .replace(/(?<=\b(?:sz|marL|marR|marT|marB|indent|lIns|tIns|rIns|bIns)=")-?\d+(?=")/gu, by)
    .replace(/(?<=<a:(?:gridCol w|tr h|spcPts val|ln w)=")\d+(?=")/gu, by);
}

/** Colours and fonts of text as the theme has them, so that they follow it. */
function themed(xml: string, { colors, fonts }: DocumentTheme): string {
  const font = escapeXml(fonts.text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return xml
    .replaceAll(`<a:srgbClr val="${colors.text}"/>`, '<a:schemeClr val="tx1"/>')
    .replace(new RegExp(`<a:(?:latin|ea|cs) typeface="${font}"[^>]*/>`, 'gu'), '');
}

/** The mark of a placeholder on a slide. */
const placeholderMark = ({ type, idx }: Placeholder): string =>
  `<p:ph${type === 'obj' ? '' : ` type="${type}"`}${idx === null ? '' : ` idx="${escapeXml(idx)}"`}/>`;

/** A text of ours in a placeholder: place, colours and fonts are the layout's; sizes ours where asked. */
function inPlaceholder(shape: string, placeholder: Placeholder, keepSizes: boolean): string {
  const own = shape
    .replace(
      /<p:nvPr>.*?<\/p:nvPr>|<p:nvPr\/>/su,
      `<p:nvPr>${placeholderMark(placeholder)}</p:nvPr>`,
    )
    .replace(/<p:spPr>.*?<\/p:spPr>/su, '<p:spPr/>')
    .replace(/<a:bodyPr\b[^>]*(?:\/>|>.*?<\/a:bodyPr>)/su, '<a:bodyPr><a:normAutofit/></a:bodyPr>')
    .replace(/<a:(?:latin|ea|cs) [^>]*\/>/gu, '');
  const plain = own
    .replace(/(<a:rPr\b[^>]*>)<a:solidFill>.*?<\/a:solidFill>/gsu, '$1')
    .replace(/ algn="l"/gu, '');
  return keepSizes ? plain : plain.replace(/(<a:(?:rPr|endParaRPr)\b[^>]*?) sz="\d+"/gu, '$1');
}

function titled(
  shape: string,
  layout: Layout,
  kind: SlideKind,
  { frame, scale }: SlidePlan,
): string {
  const placeholder = titleOf(layout);
  if (placeholder === null)
    return shape.replace(/<p:nvPr>.*?<\/p:nvPr>/su, '<p:nvPr><p:ph type="title"/></p:nvPr>');
  const natural = Math.round(((frame.titles[kind].sizes[0] ?? 0) / scale) * 100);
  const size = Number(/ sz="(\d+)"/u.exec(shape)?.[1] ?? 0);
  return inPlaceholder(shape, placeholder, Math.abs(size - natural) > 60).replace(
    /(<a:(?:rPr|endParaRPr)\b[^>]*?) b="1"/gu,
    '$1',
  );
}

/** Text in a place of the layout that every slide has: footer, date, number. */
function footShapes(layout: Layout, plan: SlidePlan, words: SlideWords, firstId: number): string {
  const language = words.language === 'fr' ? 'fr-FR' : 'en-GB';
  const shape = (placeholder: Placeholder, index: number, content: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${firstId + index}" name="${escapeXml(placeholder.type)} ${firstId + index}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderMark(placeholder)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${content}</a:p></p:txBody></p:sp>`;
  const run = (text: string): string =>
    `<a:r><a:rPr lang="${language}"/><a:t>${escapeXml(text)}</a:t></a:r>`;
  const date = placeholderOf(layout, 'dt');
  const footer = placeholderOf(layout, 'ftr');
  const number = placeholderOf(layout, 'sldNum');
  const texts: string[] = [];
  if (date !== null) texts.push(shape(date, 0, run(words.date)));
  if (footer !== null) {
    const fixed = filled(footer.text, words).trim();
    const place = footer.place;
    const size = (footer.size ?? 12) * plan.scale;
    const fit = (text: string) =>
      fitText(
        text,
        { w: ((place?.w ?? 4) - 0.2) * plan.scale, h: size / 60 },
        [size],
        false,
        words.theme.fonts.stretch,
      );
    const whole = [words.footer, words.title, words.organisation].find((each) => !fit(each).isCut);
    texts.push(
      shape(footer, 1, run(fixed === '' ? (whole ?? fit(words.organisation).text) : fixed)),
    );
  }
  if (number !== null && words.hasPageNumbers)
    texts.push(
      shape(
        number,
        2,
        `<a:fld id="{6B9C7B0E-2C0A-4C59-9C2B-0D6B2F4E7A11}" type="slidenum"><a:rPr lang="${language}"/><a:t>‹#›</a:t></a:fld>`,
      ),
    );
  return texts.join('');
}

/** Behind content that stands on a dark background, where dark text would not be read. */
function panel({ frame, scale }: SlidePlan, id: number): string {
  const { x, y, width, height } = frame.stage;
  const emu = (inches: number): number => Math.round((inches / scale) * EMU);
  const edge = 0.12;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="panel ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x - edge)}" y="${emu(y - edge)}"/><a:ext cx="${emu(width + 2 * edge)}" cy="${emu(height + 2 * edge)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`;
}

const isDark = (layout: Layout): boolean =>
  layout.background !== null && luminance(layout.background) < 0.4;

/** One slide of ours on one of their layouts. */
function dressSlide(
  xml: string,
  kind: SlideKind,
  plan: SlidePlan,
  words: SlideWords,
): { readonly xml: string; readonly layout: Layout } {
  let slide = scaled(xml, plan.scale);
  const shapes = slide.match(SHAPE) ?? [];
  const others = shapes.filter((shape) => !shape.includes('type="title"'));
  const isTextAlone =
    kind === 'content' &&
    plan.textLayout !== null &&
    others.length === 1 &&
    others[0]?.includes('<p:txBody>') === true &&
    !/<p:(?:pic|graphicFrame|cxnSp)>/u.test(slide);
  const layout = isTextAlone && plan.textLayout !== null ? plan.textLayout : plan.layouts[kind];
  const body = bodyOf(layout);
  // There the text colour of the theme is a light one; ours stands on a panel of its own.
  const onDark = isDark(layout);
  slide = slide.replace(SHAPE, (shape) => {
    if (/<p:ph\b[^>]*type="title"/u.test(shape)) return titled(shape, layout, kind, plan);
    const isSlot = isTextAlone || shape.includes(`name="${BODY_SLOT}"`);
    return isSlot && body !== null
      ? inPlaceholder(shape, body, true)
      : onDark
        ? shape
        : themed(shape, words.theme);
  });
  if (!onDark)
    slide = slide.replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gsu, (frame) =>
      themed(frame, words.theme),
    );
  const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/gu)].map(([, id]) => Number(id));
  const next = Math.max(1, ...ids) + 1;
  const needsPanel = kind === 'content' && !isTextAlone && onDark && others.length > 0;
  if (needsPanel) slide = slide.replace('</p:grpSpPr>', `</p:grpSpPr>${panel(plan, next)}`);
  const feet = kind === 'cover' ? '' : footShapes(layout, plan, words, next + 1);
  return { layout, xml: slide.replace('</p:spTree>', `${feet}</p:spTree>`) };
}

const kindOf = (pack: OpcPackage, slide: string): SlideKind => {
  const path = pack.related(slide, 'slideLayout');
  const name = path === null ? '' : (/<p:cSld name="([^"]*)"/u.exec(pack.text(path))?.[1] ?? '');
  const kinds: readonly SlideKind[] = ['cover', 'divider', 'closing'];
  return kinds.find((kind) => kind.toUpperCase() === name) ?? 'content';
};

const slidesOf = (pack: OpcPackage): readonly string[] =>
  allOf(pack.tree(pack.main), NS.p, 'sldId')
    .map((node) => pack.relationOf(pack.main, attribute(node, NS.r, 'id'))?.target ?? '')
    .filter((path) => pack.has(path));

/** What the speaker says, if anything. */
const hasNotes = (xml: string): boolean =>
  /<a:t>[^<]*\S[^<]*<\/a:t>/u.test(xml.replace(/<a:fld\b.*?<\/a:fld>/gsu, ''));

/** Puts the list of slides where the schema wants it. */
function listSlides(base: OpcPackage, ids: readonly string[]): void {
  const tree = base.tree(base.main);
  const root = tree.documentElement;
  for (const name of [
    'sldIdLst',
    'custShowLst',
    'custDataLst',
    'photoAlbum',
    'modifyVerifier',
    'extLst',
  ])
    childrenOf(root, NS.p, name).forEach(removeNode);
  const list = tree.createElementNS(NS.p, 'p:sldIdLst');
  for (const [index, id] of ids.entries()) {
    const entry = tree.createElementNS(NS.p, 'p:sldId');
    entry.setAttribute('id', String(256 + index));
    entry.setAttributeNS(NS.r, 'r:id', id);
    list.appendChild(entry);
  }
  root.insertBefore(list, childOf(root, NS.p, 'sldSz') ?? childOf(root, NS.p, 'notesSz'));
}

/** Their notes' master, or ours where they have none. */
function notesMaster(base: OpcPackage, ours: OpcPackage): string | null {
  const there = base.related(base.main, 'notesMaster');
  if (there !== null) return there;
  const own = ours.related(ours.main, 'notesMaster');
  if (own === null) return null;
  const path = base.adopt(ours, own);
  const id = base.relate(base.main, 'notesMaster', path);
  const tree = base.tree(base.main);
  const list = tree.createElementNS(NS.p, 'p:notesMasterIdLst');
  const entry = tree.createElementNS(NS.p, 'p:notesMasterId');
  entry.setAttributeNS(NS.r, 'r:id', id);
  list.appendChild(entry);
  const masters = childOf(tree.documentElement, NS.p, 'sldMasterIdLst');
  tree.documentElement.insertBefore(list, masters?.nextSibling ?? null);
  return path;
}

/** Puts slides that we composed in the plan's geometry on the layouts of a template. @throws TemplateError */
export function dressPptx(
  bytes: Uint8Array,
  template: TemplatePackage,
  plan: SlidePlan,
  words: SlideWords,
): Dressed {
  const ours = new OpcPackage(new Map(Object.entries(unzipSync(bytes))));
  const base = new OpcPackage(template.parts);
  const lacks: TemplateLack[] = [...cleanPackage(base), ...plan.lacks];
  const { main } = base;
  const theirs = slidesOf(base);
  if (theirs.length > 0)
    lacks.push({ code: 'slidesIgnored', place: main, params: { count: theirs.length } });
  if (childOf(base.tree(main).documentElement, NS.p, 'modifyVerifier') !== null)
    lacks.push({ code: 'protection', place: main });
  for (const path of theirs) base.delete(path);
  base.setRelations(
    main,
    base.relations(main).filter(({ kind }) => KEPT.has(kind)),
  );
  base.setType(main, PRESENTATION);
  const known = new Map<string, string>();
  const ids: string[] = [];
  for (const [index, path] of slidesOf(ours).entries()) {
    const { xml, layout } = dressSlide(ours.text(path), kindOf(ours, path), plan, words);
    const here = base.freePath(`ppt/slides/slide${index + 1}.xml`);
    base.set(here, xml, ours.typeOf(path));
    base.setRelations(
      here,
      ours.relations(path).flatMap((relation) => {
        if (relation.isExternal) return [relation];
        if (relation.kind === 'slideLayout') return [{ ...relation, target: layout.path }];
        if (relation.kind !== 'notesSlide')
          return [{ ...relation, target: base.adopt(ours, relation.target, known) }];
        const master = hasNotes(ours.text(relation.target)) ? notesMaster(base, ours) : null;
        if (master === null) return [];
        const notes = base.freePath(`ppt/notesSlides/notesSlide${index + 1}.xml`);
        base.set(notes, ours.bytes(relation.target), ours.typeOf(relation.target));
        base.setRelations(
          notes,
          ours
            .relations(relation.target)
            .map((each) => ({ ...each, target: each.kind === 'slide' ? here : master })),
        );
        return [{ ...relation, target: notes }];
      }),
    );
    ids.push(base.relate(main, 'slide', here));
  }
  for (const { path, master } of new Set(Object.values(plan.layouts))) {
    fillMarks(base.tree(path), words);
    fillMarks(base.tree(master), words);
  }
  listSlides(base, ids);
  takeProperties(base, ours);
  return { bytes: base.pack(words.day), lacks: distinctLacks(lacks) };
}
