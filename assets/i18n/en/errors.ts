import { importErrors } from './errors.import.ts';
import { letterErrors } from './errors.letters.ts';
import { selectionErrors } from './errors.selection.ts';
import { templateErrors } from './errors.templates.ts';

import type { errors as french } from '#i18n/fr/errors.ts';
import type { Translated } from '#i18n/translated.ts';

/** What was refused, where, and what to do: one text for each error code. */
export const errors: Translated<typeof french> = {
  store: {
    notFound: 'Nothing here: {{path}}. Check the path, or plug in the disk that holds it.',
    alreadyExists:
      'A file already exists here: {{path}}. It was not touched: choose another name, or open it.',
    notAStore:
      'This file is not a Rapporteur store: {{path}}. It was not changed: choose another file.',
    damaged:
      'This store is damaged: {{path}}. It was left as it is: open the latest sound backup, or restore it with the “restore” command.',
    newer:
      'This store comes from a newer version of Rapporteur (format {{version}}, known format {{known}}): {{path}}. It was not changed: update Rapporteur.',
    older:
      'This store comes from an older version of Rapporteur (format {{version}}, expected format {{known}}): {{path}}. Open it once for writing to upgrade it: a backup is made first.',
    readOnly:
      'Cannot write here: {{path}}. Open the store read-only, or copy it to a folder you can write to.',
    locked:
      'This store is already open in another window or command: {{path}}. Close it, or open it read-only.',
    syncedFolder:
      'This folder is synchronised or shared ({{service}}), which can damage an open store: {{path}}. Keep the store in a folder of this computer and send only backups or exports.',
    full: 'The disk is full: {{path}}. Nothing was changed: free some space and try again.',
    io: 'The disk could not read or write this file: {{path}} ({{driver}}). Nothing was changed: check the disk and your rights, then try again.',
    sqliteTooOld: 'The database engine is too old ({{version}}). Reinstall Rapporteur.',
    backupFailed:
      'The backup could not be written: {{path}}. Nothing else was changed: check that the folder exists, its space and your rights.',
    busy: 'A long operation is under way in this store. Wait for it to end or cancel it, then try again.',
    none: 'No store is open. Open or create a working group.',
    stopped: 'The data process has stopped. What was saved is intact: try again in a moment.',
  },
  record: {
    notFound:
      'This record does not exist or no longer does ({{entity}}, {{id}}). Refresh the list and choose another one.',
    invalid: 'Entry refused ({{entity}}). {{refusals}}',
    missingReference:
      'This record refers to another one that does not exist. Choose it again in the list.',
    inUse:
      'This record is used by others ({{count}}). Detach them first, or remove them along with it.',
  },
  edition: {
    locked:
      'The edition “{{title}}” is frozen: it no longer changes. Reopen it to prepare a new one.',
    notLocked: 'The edition “{{title}}” is still a draft: change it as it is.',
    noSubject: 'Choose the meeting or the call that the edition is about, then try again.',
    noData: 'The data of the edition “{{title}}” cannot be read. Refresh it, or restore a backup.',
  },
  chain: {
    itself: 'A card cannot be linked to itself: choose another card.',
    otherGroup: 'These two records do not belong to the same working group: they cannot be linked.',
    backward:
      'A link always leads onward along the chain: from “$t(vocabulary:entity.{{from}}.one)” to “$t(vocabulary:entity.{{to}}.one)” it would go back. Draw it the other way.',
    sameColumn:
      'Two records of one column ($t(vocabulary:entity.{{from}}.other)) are not linked: link them to what comes before or after.',
    fromMark:
      'Nothing of the chain comes out of a measurement or a good practice: link the card to it, the other way.',
    duplicate: 'These two cards are linked already: there is nothing to add.',
    circular:
      'These activities already follow one another the other way: this link would make the chain go round.',
    orderChanged: 'The column has changed meanwhile: nothing was moved. Check it and try again.',
  },
  minutes: {
    validated:
      'The minutes {{number}} are validated: they no longer change. Nothing was modified: write an addendum.',
    notValidated: 'These minutes are not validated yet: change them directly, without an addendum.',
  },
  steering: {
    yearClosed:
      'The year {{year}} is closed: what belongs to it no longer changes. Nothing was modified. To correct it, reopen the year under Steering, tab Closing.',
    yearOpen: 'The year {{year}} is not closed: there is nothing to reopen.',
    alreadyClosed: 'The year {{year}} is closed already.',
    notSisters:
      'These objectives are no longer side by side: nothing was moved. Check the list and try again.',
    partOfItself: 'An objective cannot be put under one of its own parts.',
    otherYear: 'Choose an objective of the same year and the same group.',
  },
  meeting: {
    cancelled:
      'This meeting is cancelled: change its status first if it does take place, then try again.',
    begun: 'This meeting has begun: it can no longer be put off nor cancelled.',
    agendaChanged:
      'The agenda has changed meanwhile: nothing was moved. Look at the list and try again.',
    noDay: 'This meeting has no date: set it, then prepare the message.',
    notConvened:
      'Nobody has been invited to this meeting yet, or it has already taken place: this message cannot be prepared.',
    noMinutes: 'This meeting has no minutes yet: write them, then prepare the message.',
    nothingToRemind: 'There is no open action left to remind this person of.',
  },
  event: {
    noDay: 'This event has no date: give it, then write the calendar.',
    nothingPlanned:
      'There is no schedule to write: the event has neither participants nor a programme yet.',
    orderChanged:
      'The list has changed in the meantime: nothing was moved. Check it and try again.',
  },
  timetable: {
    noPlan: 'This event has no meeting slots yet: define them first.',
    noSuchSlot: 'There is no such slot: choose a slot of the day.',
    notAParticipant:
      '{{name}} does not take part in the meetings: add this organisation to the participants first.',
    sameSide: 'A meeting brings a buyer and a company together: choose one of each side.',
    clash:
      'This meeting does not fit at {{startsAt}} – {{name}}: $t(planning:clash.{{kind}}). Choose another slot.',
    stale:
      'Wishes, availability or meetings have changed since this proposal: nothing was saved. Work it out again.',
    locked: 'This time is fixed: release it, then move the meeting.',
    settled: 'This meeting has an account already, or is cancelled: it can no longer be moved.',
    solverStopped:
      'The timetable calculation stopped before its end: nothing was saved. Try again, with fewer slots or participants if need be.',
  },
  committee: {
    noCriteria: 'This phase has no criterion: add one, then try again.',
    noWeight:
      'The weights of the criteria add up to nothing, or one of them is negative: give one of them a weight, then try again.',
    noMembers: 'The committee has no member in office on that day: add mandates, then try again.',
    noKits:
      'No application has reached this phase: release the decisions of the phase before, then try again.',
    notAMember: 'This person is not a member of the committee on that day: add their mandate.',
    notInPhase:
      'This application is not, or no longer, in this phase. Refresh the list and choose another one.',
    unknownCriterion: 'This criterion is not, or no longer, one of this phase. Refresh the list.',
    recused: '{{name}} is recused from application no. {{number}}: the score was not recorded.',
    outOfScale:
      'The score {{value}} is beyond the scale of the criterion “{{name}}”: enter a number from {{min}} to {{max}}.',
    alreadyRecused: 'This recusal is recorded already.',
    returnsNotOpen: 'This preview is no longer open. Choose the files again.',
    returnsStale:
      'Data changed since the preview. Nothing was taken in: check the updated preview, then try again.',
    undecided:
      'Some differing scores still need a choice ({{count}}): choose for each, or for all.',
    nothingToTake: 'These files bring nothing new: nothing was changed.',
  },
  attachment: {
    gone: 'The file “{{fileName}}” is no longer there. Nothing was attached: check where it is and try again.',
    unreadable:
      'The file “{{fileName}}” cannot be read. Nothing was attached: check your rights, close the program that uses it or plug its disk in again, then try again.',
    empty:
      'The file “{{fileName}}” is empty (0 bytes). Nothing was attached: check that it is saved or downloaded, then try again.',
    notAFile:
      '“{{fileName}}” is not a file. Attach the documents in it one by one, or a ZIP archive.',
    tooLarge:
      '“{{fileName}}” is too large ({{size}} MB, {{limit}} MB at most). Nothing was attached: make it smaller, or give its address instead.',
    missing:
      'The attached file “{{fileName}}” is gone. Find it again from Settings, “Check”, or attach the document again.',
    altered:
      'The attached file “{{fileName}}” was changed outside Rapporteur. Find the original again from Settings, “Check”, or attach the right document again.',
    none: 'There is no file to export here. Attach documents to the chosen deliverables, or choose others.',
    notOpenable:
      '“{{fileName}}” cannot be opened from here. Show it in its folder and open it with the program you want.',
  },
  houseStyle: {
    logoTooLarge:
      '“{{fileName}}” is too large for a logo: save a smaller one (5 MB and 40 million pixels at most), then choose it again.',
    logoVector:
      '“{{fileName}}” is a vector drawing (SVG), which Word and PowerPoint do not all show: export it as PNG, then choose it again.',
    logoFormat:
      '“{{fileName}}” is neither a PNG nor a JPEG: save your logo in one of these formats, then choose it again.',
    logoBroken:
      'The picture “{{fileName}}” is damaged or incomplete: nothing was changed. Ask for a sound file, or save it again.',
  },
  exchange: {
    notAPackage:
      'This is not an exchange file of Rapporteur: {{path}}. Nothing was changed: choose another.',
    damaged:
      'This exchange file is damaged or incomplete: {{path}}. No record was changed: ask for it to be sent again.',
    otherGroup:
      'This exchange file comes from another group: {{path}}. Nothing was changed: open the store of that group, or receive it in a new store.',
    tooLarge:
      'This exchange file is too large ({{size}} MB, {{limit}} MB at most). Nothing was changed: send the data without the attached files, or a single sub-group.',
  },
  journal: {
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
    operationNotFound: 'No operation has this number: {{id}}. Look it up in the journal.',
    undoBlocked: 'Cannot undo: later operations depend on it ({{count}}). Undo them first.',
    damagedEntry:
      'The journal holds an altered entry. Nothing was changed: ask for it to be sent again, or restore a backup.',
    copiedReplica:
      'Two copies of the store wrote under the same name ({{replica}}). Nothing was merged: reopen the copy, then ask for it to be sent again.',
    newerEntries:
      'This data comes from a newer version of Rapporteur (format {{version}}). Nothing was changed: update Rapporteur.',
  },
  import: importErrors,
  needs: {
    formChanged:
      'The file {{fileName}} changed since it was read. Nothing was taken in: read it again, then check what it brings.',
    formHasErrors:
      'The file {{fileName}} is to be mended at {{cell}} (cells concerned: {{count}}). Nothing was taken in: mend it and read it again, or leave it aside.',
    formUnusable: 'The file {{fileName}} cannot be taken in. Nothing was taken in: leave it aside.',
  },
  application: {
    notANumber:
      '“{{shown}}” is not a number: “{{question}}” asks for one. Nothing was changed: correct the answer, for instance 12 or 12.5.',
    notAnOption:
      '“{{shown}}” is not one of the possible answers to “{{question}}”: {{options}}. Nothing was changed: choose one of them.',
    noOrganisation:
      'An application comes from an organisation: choose it from the list, or type its name.',
    formChanged:
      'The file {{fileName}} changed since it was read. Nothing was taken in: read it again, then check what it brings.',
    formUnusable:
      'The file {{fileName}} cannot be taken in. Nothing was changed: leave it out, or read it again to see why.',
  },
  letters: letterErrors,
  selection: selectionErrors,
  template: templateErrors,
  request: {
    unknownChannel: 'This operation does not exist. Update Rapporteur and try again.',
    invalid: 'This request is malformed and was not carried out ({{places}}). Try again.',
    foreignSender: 'This request does not come from a Rapporteur window: it was refused.',
    cancelled: 'The operation was interrupted at your request. Nothing was changed.',
  },
  export: {
    noGroup: 'No working group matches ({{group}}). Create one, or check its name: {{known}}.',
    unknownReport: 'This document does not exist: {{report}}. Possible choices: {{known}}.',
    unknownFormat: 'This format does not exist here: {{format}}. Possible choices: {{known}}.',
    noEngine:
      'A PDF cannot be made here, for want of a display engine. Choose another format, or run the command through “npm run rapporteur”.',
    notWritable:
      'Cannot write this file: {{path}}. Check that the folder exists and that you can write to it, or choose another place.',
    tooLarge:
      'This document is too large for this format: {{path}}. Choose another format or filter the list.',
  },
  path: { notGranted: 'You did not choose this place. Choose it in the dialog.' },
  backup: {
    damaged:
      'This backup is damaged or is not one: {{path}}. Nothing was changed: choose another one.',
  },
  /** One refused value within `record.invalid`. */
  refusal: '“{{field}}”: {{rule}}',
  unexpected:
    'An unexpected error occurred. Nothing was changed: try again and, if it comes back, report it.',
};
