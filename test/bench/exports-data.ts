import { createHash } from 'node:crypto';
import type { CellValue, ExportColumn } from '#interop/table.ts';
import Database from 'better-sqlite3';

export const ROWS = 100_000;
export const LABELS = { yes: 'Oui', no: 'Non' };

export const COLUMNS: readonly ExportColumn[] = [
  { key: 'siret', label: 'SIRET', kind: 'identifier' },
  { key: 'name', label: 'Raison sociale', kind: 'text' },
  { key: 'kind', label: 'Catégorie', kind: 'text', width: 24 },
  { key: 'remark', label: 'Observations', kind: 'text', width: 60 },
  { key: 'address', label: 'Adresse', kind: 'text' },
  { key: 'postalCode', label: 'Code postal', kind: 'identifier' },
  { key: 'commune', label: 'Commune', kind: 'text' },
  { key: 'website', label: 'Site', kind: 'url' },
  { key: 'startedOn', label: 'Depuis le', kind: 'date' },
  { key: 'amount', label: 'Montant (€)', kind: 'number' },
  { key: 'headcount', label: 'Effectif', kind: 'integer' },
  { key: 'isMember', label: 'Membre', kind: 'boolean' },
];

const KINDS = ['Acheteur public', 'Entreprise innovante', 'Plateforme régionale', 'Institution'];
const COMMUNES = [
  'Lille',
  'Roubaix',
  'Béthune',
  'Hénin-Beaumont',
  'Saint-Omer',
  'Villeneuve-d’Ascq',
];
const REMARKS = [
  'Répondra après la réunion du comité',
  'Fournisseur de l’hôpital ; marché « propreté » & énergie',
  'Dit : "pas avant septembre"',
  null,
  'Première étape\nDeuxième étape',
  '- à relancer',
];

function pick<T>(list: readonly T[], at: number): T | null {
  return list[at % list.length] ?? null;
}

function rowAt(index: number): CellValue[] {
  const mixed = (index * 7919 + 104_729) % 1_000_003;
  const day = new Date(Date.UTC(2010, 0, 1 + (mixed % 5000))).toISOString().slice(0, 10);
  return [
    String(mixed).padStart(14, '0'),
    `Société des Équipements n° ${mixed}`,
    pick(KINDS, mixed),
    pick(REMARKS, mixed),
    `${(mixed % 240) + 1} rue de l’Abbé-Grégoire`,
    `0${String(1000 + (mixed % 8999))}`,
    pick(COMMUNES, mixed),
    `https://societe-${mixed}.example/produits?page=${index % 9}&lang=fr`,
    index % 11 === 0 ? null : day,
    (mixed * 37) / 100,
    mixed % 5000,
    mixed % 3 === 0 ? 1 : 0,
  ];
}

/** Fills a store-like SQLite file with the same rows every time. */
export function createExportsDatabase(path: string): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec(
    'CREATE TABLE actor (id INTEGER PRIMARY KEY, siret TEXT, name TEXT, kind TEXT, remark TEXT, address TEXT, postalCode TEXT, commune TEXT, website TEXT, startedOn TEXT, amount REAL, headcount INTEGER, isMember INTEGER) STRICT',
  );
  const insert = db.prepare(
    `INSERT INTO actor (${COLUMNS.map(({ key }) => key).join()}) VALUES (${COLUMNS.map(() => '?').join()})`,
  );
  db.transaction(() => {
    for (let index = 0; index < ROWS; index += 1) insert.run(rowAt(index));
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

export const SELECT = `SELECT ${COLUMNS.map(({ key }) => key).join()} FROM actor`;

/** Order-sensitive digest of rows in one canonical form, whichever file they came from. */
export function digestRows(rows: Iterable<readonly CellValue[]>): { rows: number; sum: string } {
  const hash = createHash('sha256');
  let count = 0;
  for (const row of rows) {
    count += 1;
    const cells = COLUMNS.map(({ kind }, at) => {
      const value = row[at];
      if (value === null || value === undefined || value === '') return '';
      if (kind === 'boolean')
        return value === 1 || value === '1' || value === LABELS.yes ? '1' : '0';
      if (kind === 'date' && typeof value === 'number') {
        return new Date(Date.UTC(1899, 11, 30) + Math.round(value) * 86_400_000)
          .toISOString()
          .slice(0, 10);
      }
      return kind === 'number' ? String(Number(String(value).replace(',', '.'))) : String(value);
    });
    hash.update(JSON.stringify(cells));
  }
  return { rows: count, sum: hash.digest('hex') };
}
