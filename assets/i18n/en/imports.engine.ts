/** What the import says of whole rows, columns and files. */
export const engineTexts = {
  /** What to write in a column, by what it takes. */
  help: {
    id: 'Leave as it is: it ties the row to the record it was exported from.',
    text: 'Text.',
    longText: 'Text, on several lines if need be.',
    identifier: 'A code, formatted as text to keep leading zeros.',
    date: 'A complete date: 15/09/2017, or 15 September 2017.',
    dateTime: 'A date and a time: 15/09/2017 14:30.',
    time: 'A time: 14:30.',
    integer: 'A whole number.',
    number: 'A number, with decimals if need be.',
    boolean: 'Yes or no.',
    choice: 'One of the choices of the list.',
    labels: 'One or more words, separated by semicolons.',
    url: 'A web address: www.example.org.',
    email: 'An e-mail address: name@example.org.',
    phone: 'A telephone number, formatted as text.',
    siren: 'The nine digits of the SIREN, formatted as text.',
    siret: 'The fourteen digits of the SIRET, formatted as text.',
    postalCode: 'The five digits of the postal code, formatted as text.',
    reference: 'The exact name of a record that is there already.',
    person: 'The given and family name of the person.',
    body: 'The name of the group, sub-group or committee.',
    fullName: 'Given and family name in one cell, for example Anne Dupont.',
    segments: 'One or more purchase segments, separated by semicolons.',
    employer: 'The organisation where the person works.',
    function: 'What the person does in that organisation.',
  },
  refusal: {
    unknownName:
      '“{{text}}” is not on record. Correct the name, or make the record first. Known: {{known}}.',
    nothingToName: '“{{text}}” is not on record, and no record of this kind is yet. Make it first.',
    namesakes:
      '“{{text}}” names {{count}} different records. Make the name precise, or merge them first.',
  },
  told: {
    recognised: '“{{text}}” is recognised despite another spelling.',
  },
  ignored: {
    blank: 'None of the chosen columns is filled in.',
    totals: 'Line of totals.',
    header: 'Repeated titles.',
  },
  undecided:
    'Resembles a record that is there already ({{name}}): nobody has said whether it is the same.',
  rejected: {
    sheet: 'Rows not imported',
    row: 'Row',
    reason: 'Reason',
  },
  warning: {
    hiddenSheet: 'Sheet “{{sheet}}” is hidden in the workbook.',
    hiddenRows: 'Hidden rows are read too ({{count}}, the first at {{first}}).',
    mergedCells:
      'Merged cells count for their first cell only ({{count}}, the first at {{first}}).',
    errorCells: 'Some cells hold a calculation error ({{count}}, the first at {{first}}).',
    mangledNumbers:
      'Some numbers lost digits in the spreadsheet ({{count}}, the first at {{first}}).',
    formulaWithoutValue:
      'Some formulas have no saved result ({{count}}, the first at {{first}}): open the file in your spreadsheet program and save it.',
    brokenText:
      'Some characters are unreadable ({{count}}, the first at {{first}}): change the encoding.',
    oddQuotes: 'Some quotation marks are misplaced ({{count}}, the first at {{first}}).',
    macros: 'This file holds macros: they are neither read nor run.',
    externalLinks: 'This file refers to other files: they are not read.',
    embeddedFiles: 'This file holds other files: they are not read.',
    noRows: 'This sheet has no rows: 0 rows read.',
    noSheet: 'This workbook has no sheet.',
  },
  obstacle: {
    required:
      'No column fills “{{column}}”, which is required. Choose a column, or a value for all rows.',
    context:
      'There are several: say which “{{column}}” is meant, by a column or a value for all rows.',
    nothing: 'Choose at least one column to import.',
  },
  pasted: 'Pasted table',
};
