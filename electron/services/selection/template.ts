import type { NewRecord } from '#domain/registry.ts';
import type { Translator } from '#platform/translate.ts';

type Translate = Translator['t'];

/** The phases of the method « AMI innovation »; `committeeId` and `callId` are the call's own. */
export function templatePhases(
  t: Translate,
): (Omit<NewRecord<'phase'>, 'callId' | 'committeeId'> & { readonly isOfCommittee: boolean })[] {
  return [
    {
      position: 1,
      name: t('selectionTexts:phase.triage.name'),
      description: t('selectionTexts:phase.triage.description'),
      kind: 'triage',
      keptOutcome: 'nextPhase',
      otherOutcome: 'notRetained',
      isOfCommittee: false,
    },
    {
      position: 2,
      name: t('selectionTexts:phase.committee.name'),
      description: t('selectionTexts:phase.committee.description'),
      kind: 'committee',
      quotaMin: 20,
      quotaMax: 30,
      keptOutcome: 'nextPhase',
      otherOutcome: 'reserve',
      isOfCommittee: true,
    },
    {
      position: 3,
      name: t('selectionTexts:phase.final.name'),
      description: t('selectionTexts:phase.final.description'),
      kind: 'finalSelection',
      quotaMin: 9,
      quotaMax: 9,
      keptOutcome: 'pitch',
      otherOutcome: 'stand',
      isOfCommittee: true,
    },
  ];
}

/** The three grounds on which the triage excludes. */
export function templateReasons(t: Translate): Omit<NewRecord<'exclusionReason'>, 'callId'>[] {
  const codes = ['notMarketed', 'notForPublicSector', 'outsideRegion'] as const;
  return codes.map((code, index) => ({
    position: index + 1,
    code,
    title: t(`selectionTexts:exclusion.${code}`),
  }));
}

/** Criteria to begin with; each call sets its own. */
export function templateCriteria(t: Translate): Omit<NewRecord<'criterion'>, 'phaseId'>[] {
  const weights = { novelty: 3, fit: 4, readiness: 2, capacity: 1 } as const;
  const keys = ['novelty', 'fit', 'readiness', 'capacity'] as const;
  return keys.map((key, index) => ({
    position: index + 1,
    name: t(`selectionTexts:criterion.${key}`),
    weight: weights[key],
    scaleMin: 0,
    scaleMax: 5,
  }));
}

/** What is written to those who got each outcome. */
export function templateLetters(t: Translate): Omit<NewRecord<'letterTemplate'>, 'callId'>[] {
  const outcomes = ['nextPhase', 'pitch', 'stand', 'reserve', 'notRetained', 'excluded'] as const;
  return outcomes.map((outcome) => ({
    outcome,
    subject: t(`selectionTexts:letter.${outcome}.subject`),
    body: t(`selectionTexts:letter.${outcome}.body`),
  }));
}
