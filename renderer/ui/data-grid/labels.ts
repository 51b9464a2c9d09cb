import { fold } from '#ui/fold.ts';

/** Labels typed in one line, apart by commas or semicolons; each once, whatever its case and accents. */
export function labelsTyped(text: string): string[] {
  const seen = new Set<string>();
  return text
    .split(/[,;]/)
    .map((label) => label.trim())
    .filter((label) => {
      const key = fold(label);
      const isNew = label !== '' && !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
