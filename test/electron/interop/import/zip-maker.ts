import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a hand-made ZIP. What is given overrides what would be true. */
export interface ForgedPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Where the central directory says that the part starts. */
  readonly offset?: number;
  /** What the local header says instead. */
  readonly local?: { readonly name?: string; readonly size?: number; readonly method?: number };
  /** Packed bytes as they are, instead of deflating `data`. */
  readonly packed?: Uint8Array;
}

export interface ForgedZip {
  /** Parts that the end record announces. */
  readonly count?: number;
  readonly usesDescriptors?: boolean;
}

interface Placed {
  readonly part: ForgedPart;
  readonly packed: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

function common(head: Buffer, at: number, placed: Placed, flags: number, name: Buffer): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(flags, at + 2);
  head.writeUInt16LE(placed.part.isStored === true ? 0 : 8, at + 4);
  head.writeUInt32LE(placed.crc, at + 10);
  head.writeUInt32LE(placed.part.packedSize ?? placed.packed.length, at + 14);
  head.writeUInt32LE(placed.size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

/** Writes a ZIP that is as true or false as asked for. */
export function makeZip(parts: readonly ForgedPart[], forged: ForgedZip = {}): Buffer {
  const chunks: Buffer[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  const put = (chunk: Buffer): void => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  const sizesFollow = forged.usesDescriptors === true ? 8 : 0;
  for (const part of parts) {
    const raw = Buffer.from(part.data);
    const packed = Buffer.from(part.packed ?? (part.isStored === true ? raw : deflateRawSync(raw)));
    const entry: Placed = {
      part,
      packed,
      crc: part.crc ?? crc32(raw),
      size: part.size ?? raw.length,
      offset: part.offset ?? offset,
    };
    placed.push(entry);
    const name = Buffer.from(part.local?.name ?? part.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    common(head, 4, entry, (part.flags ?? 0) | sizesFollow, name);
    if (part.local?.size !== undefined) head.writeUInt32LE(part.local.size, 22);
    if (part.local?.method !== undefined) head.writeUInt16LE(part.local.method, 8);
    if (sizesFollow > 0) head.fill(0, 14, 26);
    put(head);
    put(name);
    put(packed);
    if (sizesFollow > 0) {
      const tail = Buffer.alloc(16);
      tail.writeUInt32LE(0x08074b50, 0);
      tail.writeUInt32LE(entry.crc, 4);
      tail.writeUInt32LE(packed.length, 8);
      tail.writeUInt32LE(entry.size, 12);
      put(tail);
    }
  }
  const start = offset;
  for (const entry of placed) {
    const name = Buffer.from(entry.part.name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    common(head, 6, entry, (entry.part.flags ?? 0) | sizesFollow, name);
    head.writeUInt32LE(entry.offset, 42);
    put(head);
    put(name);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(forged.count ?? placed.length, 8);
  end.writeUInt16LE(forged.count ?? placed.length, 10);
  end.writeUInt32LE(offset - start, 12);
  end.writeUInt32LE(start, 16);
  put(end);
  return Buffer.concat(chunks);
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts of a workbook of one sheet, whose worksheet part is given. */
export function xlsxParts(sheet: string, more: Partial<ForgedPart> = {}): ForgedPart[] {
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="Feuille" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet, ...more },
  ];
}

/** A worksheet part around rows. */
export function worksheet(rows: string, tail = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${NS}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** Parts of an OpenDocument spreadsheet around tables. */
export function odsParts(tables: string, styles = ''): ForgedPart[] {
  const names = ['office', 'table', 'text', 'style', 'draw']
    .map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join('');
  return [
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    {
      name: 'content.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><office:document-content${names} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ];
}
