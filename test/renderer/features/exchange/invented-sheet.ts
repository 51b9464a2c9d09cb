import type {
  ImportColumn,
  ImportFile,
  ImportGuess,
  ImportRow,
} from '#contract/import.channels.ts';

const column = (key: string, label: string, over: Partial<ImportColumn> = {}): ImportColumn => ({
  key,
  label,
  kind: 'text',
  help: '',
  isRequired: false,
  isIdentity: false,
  choices: [],
  initial: null,
  ...over,
});

export const available: readonly ImportColumn[] = [
  column('name', 'Nom', { isRequired: true, isIdentity: true, help: 'Le nom usuel.' }),
  column('organisationKind', 'Nature', {
    kind: 'choice',
    isRequired: true,
    choices: ['Acheteur public', 'Entreprise', 'Institution'],
  }),
  column('siren', 'SIREN', { kind: 'siren', isIdentity: true, help: 'Neuf chiffres.' }),
  column('siret', 'SIRET', { kind: 'siret', isIdentity: true, help: 'Quatorze chiffres.' }),
  column('communeName', 'Commune'),
  column('postalCode', 'Code postal', { kind: 'postalCode' }),
  column('phone', 'Téléphone', { kind: 'phone' }),
  column('parent', 'Structure de rattachement'),
  column('notes', 'Notes', { kind: 'longText' }),
];

type Sheet = ImportFile['sheets'][number];

const sheet = (over: Partial<Sheet>): Sheet => ({
  index: 0,
  name: 'Feuille 1',
  isHidden: false,
  rowCount: 0,
  columnCount: 0,
  header: null,
  preview: [],
  ...over,
});

const title = 'Annuaire des structures (mise à jour de mai)';
const headings = ['Organisme', 'SIRET', 'Ville', 'CP', 'Tél.', 'Rattaché à', 'Rang', 'Divers'];

export const file: Omit<ImportFile, 'importId' | 'fileName'> = {
  format: 'xlsx',
  dialect: null,
  sheets: [
    sheet({
      name: 'Annuaire',
      rowCount: 240,
      columnCount: 8,
      header: { firstRow: 3, lastRow: 3 },
      preview: [
        { number: 1, role: 'title', cells: [title] },
        { number: 3, role: 'header', cells: headings },
        { number: 4, role: 'data', cells: ['Ville de Trévoux', '21690001200014', 'Trévoux'] },
        { number: 6, role: 'data', cells: ['Atelier Brun', '8,02E+13', 'Nantes', '44000'] },
        { number: 240, role: 'totals', cells: ['Total', '', '', '', '', '', '236'] },
      ],
    }),
    sheet({ index: 1, name: 'Anciens', isHidden: true, rowCount: 31, columnCount: 5 }),
  ],
  warnings: [{ code: 'hiddenSheet', message: 'La feuille « Anciens » est masquée.' }],
  suggestion: { sheet: 0, register: 'organisations' },
};

type Confidence = ImportGuess['columns'][number]['confidence'];

const guessed: readonly [string, string[], string | null, Confidence][] = [
  ['Organisme', ['Ville de Trévoux', 'CHU du Val Fleuri', 'Atelier Brun'], 'name', 'synonym'],
  ['SIRET', ['21690001200014', '26690012300019', '8,02E+13'], 'siret', 'exact'],
  ['Ville', ['Trévoux', 'Val Fleuri', 'Nantes'], 'communeName', 'synonym'],
  ['CP', ['01600', '69003', '44000'], 'postalCode', 'similar'],
  ['Tél.', ['04 74 00 00 01', '04.72.00.00.02'], 'phone', 'values'],
  ['Rattaché à', ['Groupement du Val'], 'parent', 'similar'],
  ['Rang', ['1', '2', '3'], null, null],
  ['Divers', ['à rappeler'], null, null],
];

export const columns: ImportGuess['columns'] = guessed.map(
  ([label, samples, key, confidence], index) => ({
    column: index,
    letter: String.fromCharCode(65 + index),
    label,
    samples,
    key,
    confidence,
    isComputed: label === 'Rang',
  }),
);

const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const row = (number: number, over: Partial<ImportRow>): ImportRow => ({
  row: number,
  fate: 'new',
  label: `Structure ${number}`,
  cells: [
    { key: 'name', text: `Structure ${number}` },
    { key: 'communeName', text: 'Trévoux' },
  ],
  target: null,
  changes: [],
  problems: [],
  notes: [],
  creates: [],
  sameAsRow: null,
  candidates: [],
  decision: null,
  ...over,
});

const named = (n: number, label: string) => ({
  table: 'organisation' as const,
  id: id(n),
  label,
  detail: 'Trévoux',
});

/** Every tenth row has the same fate; rows ending in 5 resemble a record, in 7 an earlier row. */
function rowAt(number: number): ImportRow {
  switch (number % 10) {
    case 0:
      return row(number, {
        fate: 'update',
        label: 'CHU du Val Fleuri',
        target: named(number, 'CHU du Val Fleuri'),
        changes: [
          { key: 'phone', before: '04 72 00 00 09', after: '04 72 00 00 02' },
          { key: 'parent', before: '', after: 'Groupement du Val' },
        ],
        creates: [{ table: 'organisation', label: 'Groupement du Val' }],
      });
    case 3:
      return row(number, {
        fate: 'error',
        problems: [{ cell: `B${number}`, key: 'siret', message: 'Des chiffres sont perdus.' }],
      });
    case 5:
      return row(number, {
        fate: 'duplicate',
        candidates: [
          { ...named(number, 'Ville de Trévoux-sur-Loire'), score: 0.93, reasons: ['Même SIREN'] },
          { ...named(number + 1, 'Communauté de Trévoux'), score: 0.77, reasons: ['Nom proche'] },
        ],
      });
    case 7:
      return row(number, { fate: 'duplicate', sameAsRow: number - 2, decision: { kind: 'skip' } });
    case 8:
      return row(number, { fate: 'unchanged', target: named(number, `Structure ${number}`) });
    default:
      return row(number, {});
  }
}

/** Rows 4 to 239, and the line of totals. */
export function inventedRows(): ImportRow[] {
  const rows = Array.from({ length: 236 }, (_, index) => rowAt(index + 4));
  const notes = [{ cell: null, message: 'Ligne de total.' }];
  return [...rows, row(240, { fate: 'ignored', label: 'Total', cells: [], notes })];
}
