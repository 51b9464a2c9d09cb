import { readTheme } from './docx.look.ts';
import type { ThemeValues } from './docx.look.ts';
import { foldName } from './style-names.ts';
import type { OpcPackage } from './opc.ts';
import { TemplateError } from './template.ts';
import type { TemplateLook } from './template.ts';
import { NS, allOf, attribute, childOf, whole } from './xml.ts';
import type { Place } from '#documents/slides.stage.ts';

export const EMU = 914_400;

/** A place that a layout keeps for something. */
export interface Placeholder {
  /** `title`, `ctrTitle`, `subTitle`, `body`, `obj`, `dt`, `ftr`, `sldNum`… */
  readonly type: string;
  readonly idx: string | null;
  /** In inches; null where neither the layout nor its master says. */
  readonly place: Place | null;
  /** What stands in it. */
  readonly text: string;
  /** Points of its first level. */
  readonly size: number | null;
}

export interface Layout {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly placeholders: readonly Placeholder[];
  /** Six hex digits of its background where one colour fills it. */
  readonly background: string | null;
  readonly master: string;
}

/** Kinds of placeholder that take over from one of the master's. */
const BASES: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  subTitle: 'body',
  obj: 'body',
  tbl: 'body',
  chart: 'body',
  pic: 'body',
};

function placeOf(shape: Element): Place | null {
  const frame = childOf(childOf(shape, NS.p, 'spPr'), NS.a, 'xfrm');
  const offset = childOf(frame, NS.a, 'off');
  const extent = childOf(frame, NS.a, 'ext');
  const number = (node: Element | null, name: string): number | null =>
    whole(attribute(node, null, name));
  const [x, y, w, h] = [
    number(offset, 'x'),
    number(offset, 'y'),
    number(extent, 'cx'),
    number(extent, 'cy'),
  ] as const;
  if (x === null || y === null || w === null || h === null || w <= 0 || h <= 0) return null;
  return { x: x / EMU, y: y / EMU, w: w / EMU, h: h / EMU };
}

function sizeOf(node: Element | null): number | null {
  const [level] = node === null ? [] : allOf(node, NS.a, 'lvl1pPr');
  const size = whole(attribute(childOf(level, NS.a, 'defRPr'), null, 'sz'));
  return size === null ? null : size / 100;
}

interface Raw extends Placeholder {
  readonly node: Element;
}

function shapesOf(tree: Document): readonly Raw[] {
  return allOf(tree, NS.p, 'sp').flatMap((node) => {
    const [mark] = allOf(node, NS.p, 'ph');
    if (mark === undefined) return [];
    return [
      {
        node,
        type: attribute(mark, null, 'type') ?? 'obj',
        idx: attribute(mark, null, 'idx'),
        place: placeOf(node),
        text: allOf(node, NS.a, 't')
          .map((run) => run.textContent ?? '')
          .join(''),
        size: sizeOf(childOf(childOf(node, NS.p, 'txBody'), NS.a, 'lstStyle')),
      },
    ];
  });
}

/** The colour that fills a background, through the theme and the names that a master gives its colours. */
function backgroundOf(tree: Document, theme: ThemeValues, names: Element | null): string | null {
  const [background] = allOf(tree, NS.p, 'bg');
  if (background === undefined) return null;
  const [direct] = allOf(background, NS.a, 'srgbClr');
  const hex = attribute(direct, null, 'val');
  if (hex !== null) return hex.toUpperCase();
  const [scheme] = allOf(background, NS.a, 'schemeClr');
  const name = attribute(scheme, null, 'val');
  if (name === null) return null;
  return theme.colors.get(attribute(names, null, name) ?? name) ?? null;
}

/** A presentation template, read: the size of its slides, its layouts, its looks. */
export class SlideTemplate {
  /** Inches. */
  readonly width: number;
  readonly height: number;
  readonly layouts: readonly Layout[];
  readonly look: TemplateLook;

  /** @throws TemplateError */
  constructor(pack: OpcPackage) {
    const { main } = pack;
    const root = pack.tree(main).documentElement;
    const size = childOf(root, NS.p, 'sldSz');
    this.width = (whole(attribute(size, null, 'cx')) ?? 12_192_000) / EMU;
    this.height = (whole(attribute(size, null, 'cy')) ?? 6_858_000) / EMU;
    if (this.width < 1 || this.height < 1 || this.width > 60 || this.height > 60)
      throw new TemplateError('badXml', { part: main });
    const masters = allOf(pack.tree(main), NS.p, 'sldMasterId')
      .map((node) => pack.relationOf(main, attribute(node, NS.r, 'id'))?.target ?? '')
      .filter((path) => pack.has(path));
    if (masters.length === 0) throw new TemplateError('missingPart', { part: 'slideMaster' });
    this.layouts = masters.flatMap((path) => layoutsOf(pack, path));
    if (this.layouts.length === 0) throw new TemplateError('missingPart', { part: 'slideLayout' });
    const theme = readTheme(pack, pack.related(masters[0] ?? '', 'theme'));
    this.look = {
      accent: theme.colors.get('accent1') ?? null,
      second: theme.colors.get('accent2') ?? null,
      textFont: theme.minorFont,
      headingFont: theme.majorFont,
    };
  }

  #named(type: string, names: RegExp): Layout | null {
    return (
      this.layouts.find((layout) => layout.type === type) ??
      this.layouts.find(({ name }) => names.test(foldName(name))) ??
      null
    );
  }

  get cover(): Layout | null {
    return this.#named(
      'title',
      /^(?:diapositive de titre|page de garde|couverture|title slide|cover)/u,
    );
  }

  get content(): Layout | null {
    return (
      this.#named('obj', /^(?:titre et contenu|titre et texte|contenu|title and content|texte)/u) ??
      this.layouts.find(({ type }) => type === 'tx') ??
      null
    );
  }

  get titleOnly(): Layout | null {
    return this.#named('titleOnly', /^(?:titre seul|title only)/u);
  }

  get divider(): Layout | null {
    return this.#named(
      'secHead',
      /^(?:titre de section|section|intercalaire|chapitre|section header)/u,
    );
  }

  get closing(): Layout | null {
    return (
      this.layouts.find(({ name }) =>
        /\b(?:fin|merci|clôture|conclusion|contact|closing|end|thank)/u.test(foldName(name)),
      ) ?? null
    );
  }
}

function layoutsOf(pack: OpcPackage, master: string): readonly Layout[] {
  const tree = pack.tree(master);
  const theme = readTheme(pack, pack.related(master, 'theme'));
  const names = childOf(tree.documentElement, NS.p, 'clrMap');
  const own = shapesOf(tree);
  const styles = childOf(tree.documentElement, NS.p, 'txStyles');
  const background = backgroundOf(tree, theme, names);
  const ids = allOf(tree, NS.p, 'sldLayoutId').map((node) => attribute(node, NS.r, 'id'));
  return ids.flatMap((id): readonly Layout[] => {
    const path = pack.relationOf(master, id)?.target ?? '';
    if (!pack.has(path)) return [];
    const layout = pack.tree(path);
    const root = layout.documentElement;
    return [
      {
        path,
        master,
        name: attribute(childOf(root, NS.p, 'cSld'), null, 'name') ?? '',
        type: attribute(root, null, 'type') ?? '',
        background: backgroundOf(layout, theme, names) ?? background,
        placeholders: shapesOf(layout).map(({ node: _node, ...shape }) => {
          const base = own.find(({ type }) => type === (BASES[shape.type] ?? shape.type));
          const isFoot = /^(?:dt|ftr|sldNum|hdr)$/u.test(shape.type);
          const isTitle = /title/iu.test(shape.type) && shape.type !== 'subTitle';
          const style = isFoot ? null : childOf(styles, NS.p, isTitle ? 'titleStyle' : 'bodyStyle');
          return {
            ...shape,
            place: shape.place ?? base?.place ?? null,
            size: shape.size ?? base?.size ?? sizeOf(style),
          };
        }),
      },
    ];
  });
}
