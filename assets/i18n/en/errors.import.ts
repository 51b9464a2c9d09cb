/** Why a file, or an import as a whole, was refused; the store is untouched in every case. */
export const importErrors = {
  fileNotFound: 'This file is no longer there. Nothing was imported: choose it again.',
  fileUnreadable:
    'This file cannot be read. Nothing was imported: close it in other programs, check your rights, then try again.',
  emptyFile: 'This file is empty. Nothing was imported: choose another one.',
  unknownFormat:
    'This file is neither a spreadsheet, nor delimited text, nor an address book. Save it as XLSX, ODS or CSV, then try again.',
  notASpreadsheet:
    'This file is not a spreadsheet. Open it in the program that made it, save it as XLSX, ODS or CSV, then try again.',
  nestedZip: 'This file is an archive. Take the spreadsheet out of it, then import that.',
  encrypted:
    'This file is protected by a password. Save a copy without a password, then import the copy.',
  damaged:
    'This file is damaged and was not imported. Open it in your spreadsheet program, save it under another name, then try again.',
  forgedZip:
    'This file is malformed and may be dangerous: it was not read. Open it in your spreadsheet program, save it under another name, then try again.',
  forbiddenXml:
    'This file holds definitions that may be dangerous: it was not read. Save a copy from your spreadsheet program, then import the copy.',
  bomb: 'This file unfolds into an excessive mass of data: it was not read. Check where it comes from.',
  tooLarge: 'This file is too large to be imported. Split it, or save it as CSV.',
  tooManyRows: 'This sheet has too many rows (limit: {{limit}}). Split it into several files.',
  tooManyColumns:
    'This sheet has too many columns (limit: {{limit}}). Keep only those that are of use.',
  tooManyCells:
    'This sheet has too many cells (limit: {{limit}}). Remove empty rows and columns, or split it.',
  tooManySheets:
    'This workbook has too many sheets (limit: {{limit}}). Save the one to import on its own.',
  repeatedRows:
    'This file repeats one row an excessive number of times: it was not read. Remove the filling rows, then try again.',
  openQuote:
    'This text opens a quotation mark that it never closes: reading stopped. Correct the line, or choose another separator.',
  noTable: 'There is no table in this. Copy the cells themselves, then paste them.',
  noSheet: 'This workbook has no readable sheet. Check it in your spreadsheet program.',
  timeLimit:
    'Reading this file takes too long and was stopped. Save it as CSV, or split it into several files.',
  memoryLimit:
    'This file needs too much memory and was not read. Save it as CSV, or split it into several files.',
  readerStopped:
    'Reading this file stopped all of a sudden. Nothing was imported: try again, or save the file in another format.',
  notOpen: 'This import is no longer open. Choose the file again.',
  notPlanned: 'The preview is not ready. Wait until it is complete, then import.',
  stale:
    'Records changed since the preview. Nothing was imported: the preview is being made again, check it and try again.',
  rowsRefused:
    'Nothing was imported: {{count}} rows are refused or wait for a decision. Correct them, or import the valid rows only.',
  nothingToDo: 'No row to import: all are already there, left out or refused.',
  obstacles: 'The import cannot begin. {{obstacles}}',
  unknownSheet: 'The file has no such sheet: {{sheet}}.',
  badMapping:
    'This file is not a column mapping saved by Rapporteur. Nothing was changed: choose another one.',
};
