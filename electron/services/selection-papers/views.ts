import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { LetterRecipient, LettersView } from '#contract/selection-papers.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { PhaseOutcome } from '#domain/pipeline.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import type { MadeLetterRow } from '#repositories/selection-letters.repo.ts';
import { madeLetters } from '#repositories/selection-letters.repo.ts';
import type { Wording } from '#services/committee/wording.ts';
import { mustGet } from '#services/selection/course.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Letter } from './letters.ts';
import { lettersOf, textsOf } from './letters.ts';
import { mergeFields } from './merge.ts';

const keyOf = ({ applicationId, outcome }: { applicationId: string; outcome: string }): string =>
  `${applicationId} ${outcome}`;

function recipientOf(letter: Letter, lastMade: ReadonlyMap<string, string>): LetterRecipient {
  const { correspondents, problems } = letter;
  return {
    applicationId: letter.applicationId,
    number: letter.number,
    title: letter.title,
    organisationName: letter.organisationName,
    outcome: letter.outcome,
    isReleased: letter.isReleased,
    contactName: letter.contactName,
    emails: correspondents.map(({ email }) => email),
    problems: [...problems],
    lastMadeAt: lastMade.get(keyOf(letter)) ?? null,
  };
}

/** What was made at one moment, which is one operation, the latest first. */
function makingsOf(rows: readonly MadeLetterRow[]): LettersView['makings'] {
  const makings = new Map<string, LettersView['makings'][number]>();
  for (const { madeAt, medium, outcome } of rows) {
    const key = `${madeAt} ${medium}`;
    const making = makings.get(key) ?? { madeAt, medium, count: 0, outcomes: [] };
    const own = making.outcomes.find((one) => one.outcome === outcome);
    making.count += 1;
    if (own === undefined) making.outcomes.push({ outcome, count: 1 });
    else own.count += 1;
    makings.set(key, making);
  }
  return [...makings.values()];
}

function outcomesOf(
  letters: readonly Letter[],
  lastMade: ReadonlyMap<string, string>,
): LettersView['outcomes'] {
  return phaseOutcomes.flatMap((outcome) => {
    const own = letters.filter((one) => one.outcome === outcome);
    if (own.length === 0) return [];
    return [
      {
        outcome,
        count: own.length,
        problems: own.filter(({ problems }) => problems.length > 0).length,
        withoutAddress: own.filter(({ correspondents }) => correspondents.length === 0).length,
        made: own.filter((one) => lastMade.has(keyOf(one))).length,
      },
    ];
  });
}

/** Who gets which letter, what stands in the way, and what was made. @throws DataError `record.notFound` */
export function lettersView(
  db: ReadableDb,
  request: ChannelRequest<'selectionPapers:letters'>,
  { language, translate }: Wording,
): LettersView {
  const { callId, includesProvisional, outcome, offset, limit } = request;
  const { letters, undecided, provisional } = lettersOf(db, callId, {
    language,
    translate,
    includesProvisional,
  });
  const made = madeLetters(db, callId);
  // The latest come first, so the first of each is the last made.
  const lastMade = new Map(made.toReversed().map((one) => [keyOf(one), one.madeAt]));
  const shown = outcome === null ? letters : letters.filter((one) => one.outcome === outcome);
  return {
    templates: [...textsOf(db, callId, translate)].map(([own, { id = null, subject, body }]) => ({
      id,
      outcome: own,
      subject,
      body,
    })),
    fields: [...mergeFields],
    outcomes: outcomesOf(letters, lastMade),
    recipients: shown.slice(offset, offset + limit).map((one) => recipientOf(one, lastMade)),
    total: shown.length,
    undecided,
    provisional,
    makings: makingsOf(made),
  };
}

/**
 * The letter of one application by a text that may still be typed.
 * @throws DataError `record.notFound`; AppError `letters.nothingToMake` while nothing was decided
 */
export function previewLetter(
  db: ReadableDb,
  { applicationId, subject, body }: ChannelRequest<'selectionPapers:preview'>,
  { language, translate }: Wording,
): ChannelOutput<'selectionPapers:preview'> {
  const { callId } = mustGet(db, 'application', applicationId);
  const texts = new Map(
    phaseOutcomes.map((outcome): [PhaseOutcome, { subject: string; body: string }] => [
      outcome,
      { subject, body },
    ]),
  );
  const options = { language, translate, includesProvisional: true, texts, applicationId };
  const [letter] = lettersOf(db, callId, options).letters;
  if (letter === undefined) throw new AppError('letters.nothingToMake');
  return {
    number: letter.number,
    organisationName: letter.organisationName,
    subject: letter.subject,
    body: letter.body,
    problems: [...letter.problems],
  };
}
