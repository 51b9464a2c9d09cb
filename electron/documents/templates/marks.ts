import type { DocumentWords } from './template.ts';
import { NS, allOf } from './xml.ts';

/** The place of the content, as a mark or as the name of a bookmark or content control. */
export const CONTENT_MARK = /\{\{\s*(?:contenu|content)\s*\}\}/iu;
export const CONTENT_NAME = /^(?:contenu|content)$/iu;

const names: Readonly<Record<string, keyof DocumentWords>> = {
  titre: 'title',
  title: 'title',
  'sous-titre': 'subtitle',
  subtitle: 'subtitle',
  date: 'date',
  groupe: 'group',
  group: 'group',
  organisation: 'organisation',
  auteur: 'author',
  author: 'author',
};
const MARK = /\{\{\s*([\p{L}-]+)\s*\}\}/gu;

/** Whether some text asks for the title of the document. */
export const asksForTitle = (text: string): boolean => /\{\{\s*(?:titre|title)\s*\}\}/iu.test(text);

/** Text with its marks replaced by the document's words; unknown marks stay. */
export const filled = (text: string, words: DocumentWords): string =>
  text.replace(MARK, (mark, name: string) => {
    const key = names[name.toLowerCase()];
    return key === undefined ? mark : words[key];
  });

/**
 * Replaces marks in the paragraphs of a part, also where an office cut a mark into several runs: the
 * words then take the looks of the run in which the mark begins.
 */
export function fillMarks(tree: Document, words: DocumentWords): void {
  const kinds = [
    [NS.w, 'p', NS.w, 't'],
    [NS.a, 'p', NS.a, 't'],
  ] as const;
  for (const [ns, paragraph, textNs, text] of kinds) {
    for (const node of allOf(tree, ns, paragraph)) {
      const runs = allOf(node, textNs, text);
      const whole = runs.map((run) => run.textContent ?? '').join('');
      if (!whole.includes('{{')) continue;
      let at = 0;
      const starts = runs.map((run) => {
        const start = at;
        at += (run.textContent ?? '').length;
        return start;
      });
      const marks = [...whole.matchAll(MARK)].filter(
        ([, name = '']) => names[name.toLowerCase()] !== undefined,
      );
      for (const [index, run] of runs.entries()) {
        const start = starts[index] ?? 0;
        const end = starts[index + 1] ?? whole.length;
        let result = '';
        for (let place = start; place < end;) {
          const mark = marks.find(
            (each) => place >= each.index && place < each.index + each[0].length,
          );
          if (mark === undefined) {
            result += whole[place] ?? '';
            place += 1;
            continue;
          }
          if (place === mark.index) result += filled(mark[0], words);
          place = Math.min(end, mark.index + mark[0].length);
        }
        if (result !== run.textContent) {
          run.textContent = result;
          run.setAttribute('xml:space', 'preserve');
        }
      }
    }
  }
  for (const ns of ['p', 'h', 'span', 'a'] as const) {
    for (const node of allOf(tree, NS.text, ns)) {
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        if (child.nodeType === 3 && child.nodeValue?.includes('{{') === true)
          child.textContent = filled(child.nodeValue, words);
      }
    }
  }
}
