import { foldWords } from './fold.ts';
import type { Converted, ConvertTarget } from './targets.ts';
import { BLANK, accepted, refused } from './targets.ts';

const MOST_LABELS = 100;
const LONGEST_LABEL = 80;
const STRONG = /[;|\n\u2022\u25aa\u25cf\u25e6\u2023\u00b7]|^[-–—*] /m;
const STRONG_SIGNS = /[;|\n\u2022\u25aa\u25cf\u25e6\u2023\u00b7]+/;
const BULLET = /^[-–—*\s]+\s/;
const COMMA = /,|\s\/\s/;
const SLASH = /(?<=\p{L}{2})\/(?=\p{L}{2})/u;

function jsonList(text: string): string[] | null {
  if (!text.startsWith('["') || !text.endsWith('"]')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null;
  } catch {
    return null;
  }
}

/** The strongest separator that a cell uses cuts it: commas only where no semicolon or line does. */
function pieces(text: string): string[] {
  if (STRONG.test(text)) return text.split(STRONG_SIGNS);
  return text.split(COMMA.test(text) ? /,|\s\/\s/ : SLASH);
}

/** A list in one cell, each label once whatever its case. */
export function readLabels(text: string, target: ConvertTarget): Converted {
  const longest = target.max ?? LONGEST_LABEL;
  const seen = new Set<string>();
  const labels: string[] = [];
  for (const piece of jsonList(text) ?? pieces(text)) {
    const label = piece.replace(BULLET, '').replace(/\s+/g, ' ').trim();
    const key = foldWords(label) || label;
    if (label === '' || seen.has(key)) continue;
    if (label.length > longest) {
      return refused('tooLong', label, { max: longest, length: label.length });
    }
    seen.add(key);
    labels.push(label);
  }
  if (labels.length > MOST_LABELS) return refused('tooManyLabels', text, { max: MOST_LABELS });
  return labels.length === 0 ? BLANK : accepted(labels);
}
