interface ListParagraph {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly html: string;
}

const KEPT_STYLES = /^(font-weight|font-style|text-decoration(-line)?)$/;
const KEPT_ATTRIBUTES = new Set(['href', 'colspan', 'rowspan', 'start']);
/** What a word processor numbers with: « 1. », « a) », « iv. ». */
const NUMBERING = /^\(?([0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]$/i;

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Bold, italic and underlined words are all that a style says here. */
function keptStyle(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name = '', value = '']) => KEPT_STYLES.test(name.toLowerCase()) && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
    .replaceAll('"', '');
}

function cleanTag(whole: string, slash: string, name: string, attributes: string): string {
  // Word's and LibreOffice's own elements: what is in them stays.
  if (name.includes(':') || /^(font|sdfield)$/i.test(name)) return '';
  if (slash !== '') return `</${name}>`;
  const kept: string[] = [];
  for (const [, key = ''] of attributes.matchAll(/([\w:-]+)\s*=/g)) {
    const lower = key.toLowerCase();
    const value = attributeOf(attributes, key);
    if (KEPT_ATTRIBUTES.has(lower)) kept.push(`${lower}="${value.replaceAll('"', '&quot;')}"`);
    if (lower === 'style' && keptStyle(value) !== '') kept.push(`style="${keptStyle(value)}"`);
  }
  const end = whole.endsWith('/>') ? '/' : '';
  return `<${[name, ...kept].join(' ')}${end}>`;
}

function textOfHtml(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&nbsp;|\u00A0/g, ' ')
    .trim();
}

/** Paragraphs that Word only draws as a list, with the bullet as text, become one. */
function nested(items: readonly ListParagraph[]): string {
  let html = '';
  const open: string[] = [];
  for (const { level, isOrdered, html: content } of items) {
    const tag = isOrdered ? 'ol' : 'ul';
    while (open.length > level) html += `</li></${open.pop()}>`;
    if (open.length === level) {
      html += '</li>';
      if (open.at(-1) !== tag) {
        html += `</${open.pop()}><${tag}>`;
        open.push(tag);
      }
    }
    while (open.length < level) {
      html += open.length < level - 1 ? `<${tag}><li>` : `<${tag}>`;
      open.push(tag);
    }
    html += `<li><p>${content}</p>`;
  }
  while (open.length > 0) html += `</li></${open.pop()}>`;
  return html;
}

function listParagraph(attributes: string, inner: string): ListParagraph | null {
  const level = /mso-list:[^;"']*\blevel(\d)/i.exec(attributes)?.[1];
  if (level === undefined) return null;
  const ignored = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i.exec(
    inner,
  );
  const spanned = /<span[^>]*mso-list:\s*ignore[^>]*>[\s\S]*?<\/span>(?:\s*<\/span>)*/i.exec(inner);
  const sign = ignored ?? spanned;
  return {
    level: Number(level),
    isOrdered: sign !== null && NUMBERING.test(textOfHtml(sign[0].replaceAll(/<!--.*?-->/g, ''))),
    html: sign === null ? inner : inner.replace(sign[0], ''),
  };
}

function withLists(html: string): string {
  const paragraph = /<p\b([^>]*)>([\s\S]*?)<\/p>/gi;
  let result = '';
  let from = 0;
  let run: ListParagraph[] = [];
  const close = (): void => {
    if (run.length > 0) result += nested(run);
    run = [];
  };
  for (const found of html.matchAll(paragraph)) {
    const between = html.slice(from, found.index);
    const item = listParagraph(found[1] ?? '', found[2] ?? '');
    if (item === null || between.trim() !== '') close();
    result += between.trim() === '' && item !== null ? '' : between;
    if (item === null) result += found[0];
    else run.push(item);
    from = found.index + found[0].length;
  }
  close();
  return result + html.slice(from);
}

/** The number or bullet that Word writes before what it numbers. */
const DRAWN_SIGN = /<!(?:--)?\[if !supportLists\](?:--)?>[\s\S]*?<!(?:--)?\[endif\](?:--)?>/gi;

/** What is said about the text beside it, or no longer stands in it: comments, deletions. */
function withoutRemarks(html: string): string {
  return html
    .replace(/<div\b[^>]*mso-element:\s*comment-list[\s\S]*$/i, '')
    .replaceAll(/<a\b[^>]*\bmsocomanchor\b[^>]*>[\s\S]*?<\/a>/gi, '')
    .replaceAll(/<del\b[^>]*>[\s\S]*?<\/del\s*>/gi, '')
    .replaceAll(/<\/?ins\b[^>]*>/gi, '')
    .replaceAll(/<a\b[^>]*\bhref=["']?#[^>]*>([\s\S]*?)<\/a>/gi, '$1')
    .replaceAll(/<a\b(?![^>]*\bhref)[^>]*>([\s\S]*?)<\/a>/gi, '$1');
}

/** Headings as deep as the minutes have them; the cells of a table's head as such. */
function withOurLevels(html: string): string {
  return html
    .replaceAll(/<(\/?)h[4-6]\b/gi, '<$1h3')
    .replaceAll(/<thead\b[^>]*>([\s\S]*?)<\/thead\s*>/gi, (_whole, rows: string) =>
      rows.replaceAll(/<(\/?)td\b/gi, '<$1th'),
    );
}

/**
 * HTML from the clipboard without what word processors add to it: structure, bold, italic, underline,
 * links and tables stay; fonts, colours, comments, pictures and embedded styles go.
 */
export function cleanPastedHtml(html: string): string {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(html)?.[1] ?? html;
  return withLists(
    withOurLevels(withoutRemarks(fragment))
      .replaceAll(/<(style|script|xml|title|svg|object|iframe)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replaceAll(/<p\b[^>]*class=["']?MsoTitle\b[^>]*>([\s\S]*?)<\/p>/gi, '<h1>$1</h1>'),
  )
    .replaceAll(DRAWN_SIGN, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<!\[[^\]]*\]>/g, '')
    .replaceAll(/<(\/?)(meta|link|img|col|colgroup|html|head|body|base|hr)\b[^>]*>/gi, '')
    .replaceAll(/<(\/?)([a-z][\w:-]*)((?:\s[^<>]*?)?)\/?>/gi, cleanTag)
    .replaceAll(/<p[^>]*>(?:\s|&nbsp;|\u00A0|<\/?(?:span|b|i)[^>]*>)*<\/p>/gi, '')
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(/(<\/(?:p|ul|ol|li|h[1-6]|table|tr|td|th)>) (?=<)/g, '$1')
    .trim();
}
