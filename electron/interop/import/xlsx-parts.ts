import { ImportError } from './import-error.ts';
import type { ImportLimits } from './limits.ts';
import { formatOf } from './number-formats.ts';
import type { NumberFormat } from './number-formats.ts';
import { plainMarkup, tags } from './xml.ts';
import type { CheckedZip } from './zip-check.ts';
import type { ZipEntry } from './zip-directory.ts';

const MOST_SMALL = 32 * 1024 * 1024;

export interface XlsxSheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** What the small parts of a workbook say. */
export interface XlsxLayout {
  readonly sheets: readonly XlsxSheetPart[];
  readonly is1904: boolean;
  readonly formats: readonly (NumberFormat | null)[];
  readonly strings: ZipEntry | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function small(zip: CheckedZip, entry: ZipEntry): Promise<string> {
  return plainMarkup(await zip.text(entry, MOST_SMALL));
}

/** The path that a relation's target means, seen from the folder of the part that holds it. */
function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

async function relations(zip: CheckedZip, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash);
  const entry = zip.find(`${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`);
  const found = new Map<string, Relation>();
  if (!entry) return found;
  for (const { name, attributes } of tags(await small(zip, entry))) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (name !== 'Relationship' || mode === 'External' || id === undefined) continue;
    found.set(id, {
      type: type?.slice(type.lastIndexOf('/') + 1) ?? '',
      target: resolveTarget(folder, target ?? ''),
    });
  }
  return found;
}

/** The main part, found as the package says; null when this is no workbook of XML parts. */
export async function findWorkbook(zip: CheckedZip): Promise<ZipEntry | null> {
  const usual = zip.find('xl/workbook.xml');
  if (usual) return usual;
  for (const { type, target } of (await relations(zip, '')).values()) {
    if (type !== 'officeDocument') continue;
    const entry = zip.find(target);
    if (entry && /workbook[^/]*\.xml$/i.test(entry.name)) return entry;
  }
  return null;
}

async function formats(zip: CheckedZip, entry: ZipEntry | null): Promise<(NumberFormat | null)[]> {
  const list: (NumberFormat | null)[] = [];
  if (!entry) return list;
  const codes = new Map<number, string>();
  const xml = await small(zip, entry);
  const cells = /<(?:\w+:)?cellXfs[\s>][^]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  for (const { name, attributes } of tags(xml)) {
    if (name === 'cellXfs') break;
    if (name === 'numFmt')
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  }
  for (const { name, attributes } of tags(cells)) {
    if (name !== 'xf') continue;
    const id = Number(attributes['numFmtId'] ?? 0);
    list.push(formatOf(id, codes.get(id)));
  }
  return list;
}

/** Throws ImportError `damaged`, `tooManySheets`, `forbiddenXml`. */
export async function readXlsxLayout(
  zip: CheckedZip,
  workbook: ZipEntry,
  limits: ImportLimits,
): Promise<XlsxLayout> {
  const links = await relations(zip, workbook.name);
  const sheets: XlsxSheetPart[] = [];
  let is1904 = false;
  for (const { name, attributes } of tags(await small(zip, workbook))) {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') continue;
    const link = links.get(attributes['id'] ?? '');
    // Chart and dialogue sheets have no cells.
    if (link && link.type !== 'worksheet') continue;
    const entry = link ? zip.find(link.target) : null;
    const title = attributes['name'] ?? '';
    if (!entry) throw new ImportError('damaged', { reason: 'part', name: title });
    const state = attributes['state'] ?? 'visible';
    sheets.push({ name: title, isHidden: state !== 'visible', entry });
    if (sheets.length > limits.sheets)
      throw new ImportError('tooManySheets', { limit: limits.sheets });
  }
  const linked = (type: string): ZipEntry | null => {
    const link = [...links.values()].find((candidate) => candidate.type === type);
    return link ? zip.find(link.target) : null;
  };
  return {
    sheets,
    is1904,
    formats: await formats(zip, linked('styles')),
    strings: linked('sharedStrings'),
  };
}
