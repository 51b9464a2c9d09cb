/** What a selection refuses. */
export const selectionErrors = {
  reasonMissing:
    'A refusal needs a reason. Nothing was changed: write the reason, or choose a ground for exclusion.',
  exclusionReasonMissing:
    'An application is excluded on a ground of the list only. Nothing was changed: choose the ground.',
  outcomeImpossible:
    'The phase “{{phase}}” does not give this outcome. Nothing was changed: choose one that it does.',
  movesRefused:
    'Some applications cannot get this outcome ({{count}}): {{numbers}}. Nothing was changed: take them out, or skip them.',
  released:
    'This decision is released: it no longer changes. Nothing was changed: record an exception with its reason.',
  notReleased: 'This decision is not released yet: change it directly, without an exception.',
  exceptionWithoutChange:
    'The exception gives the outcome that was decided already. Nothing was changed: choose another one.',
  otherCall: 'These belong to another call. Nothing was changed: choose them in this one.',
  withdrawn:
    'The company has withdrawn this application. Nothing was changed: undo the withdrawal first.',
  duplicate:
    'This application is a duplicate of another. Nothing was changed: judge the other one, or unmark it first.',
  duplicateLoop:
    'An application cannot be a duplicate of itself or of a duplicate. Nothing was changed: choose the one to keep.',
  reserveChanged:
    'The reserve list has changed meanwhile. Nothing was reordered: check it and try again.',
  nothingToRelease: 'The phase “{{phase}}” has no decision to release: decide first.',
  releaseWarnings:
    'The phase “{{phase}}” is not ready ({{pending}} pending, {{kept}} kept). Nothing was released: complete it, or confirm the release.',
  methodEmpty: 'This selection has no phase. Add a triage or a committee at least.',
  methodSamePosition: 'Two phases have the same place: {{phase}}. Give each its own.',
  methodDeadEnd:
    'The phase “{{phase}}” sends on to the next one, but there is none. Add it, or choose a final outcome.',
  methodUnreachable:
    'No outcome leads to the phase “{{phase}}”. Make an earlier phase lead to it, or remove it.',
  methodCircular:
    'These phases do not follow one another in a possible order: {{phases}}. Nothing was changed: each follows one other, not in a circle.',
  methodReleased:
    'The phase “{{phase}}” has released decisions: it can no longer be removed, moved or given other outcomes. Nothing was changed.',
} as const;
