import { openTemplate } from '#services/templates/open.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { TemplateKind, TemplateOutcome } from '#documents/templates/template.ts';
import { writeDocument } from '#documents/writers.ts';
import { parseXml, readParts } from '../read.ts';

/** Writes on a template and tells what became of it. */
export async function written(
  kind: TemplateKind,
  model: DocumentModel,
  template: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly outcome: TemplateOutcome }> {
  const outcomes: TemplateOutcome[] = [];
  const bytes = await writeDocument(kind, model, {
    template: openTemplate(kind, template),
    onTemplate: (each) => outcomes.push(each),
  });
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length !== 1) throw new Error('told once');
  return { bytes, outcome };
}

/** Texts of a part in order. */
export const textsOf = (bytes: Uint8Array, path: RegExp, name: string): readonly string[] =>
  [...readParts(bytes)]
    .filter(([each]) => path.test(each))
    .toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
    .flatMap(([each, xml]) =>
      Array.from(parseXml(xml, each).getElementsByTagName(name)).map(
        (node) => node.textContent ?? '',
      ),
    );

/** The words of texts, each once. */
export const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .join(' ')
      .split(/[\s\u00a0\u202f]+/u)
      .filter((word) => word !== ''),
  );

export const codesOf = (outcome: TemplateOutcome): readonly string[] =>
  outcome.isUsed ? outcome.lacks.map(({ code }) => code) : [`refused ${outcome.error.code}`];
