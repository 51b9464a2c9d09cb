import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import { checkDropped, importExtensions, returnExtensions } from '#windows/import-files.ts';
import { temporaryFolder } from '#test/stores.ts';

function codeOf(path: string): string {
  try {
    return `accepted: ${checkDropped(path)}`;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('a dropped file', () => {
  it('is taken when it is a spreadsheet, a text or an address book', () => {
    const folder = temporaryFolder();
    for (const extension of [...importExtensions, 'XLSX', 'Csv']) {
      const name = `Élus & co.${extension}`;
      writeFileSync(join(folder, name), 'x');
      expect(codeOf(join(folder, name))).toBe(`accepted: ${name}`);
    }
  });

  it('is taken as a filled-in kit by the names of kits alone', () => {
    const folder = temporaryFolder();
    for (const extension of ['json', 'csv']) writeFileSync(join(folder, `noté.${extension}`), 'x');
    expect(checkDropped(join(folder, 'noté.json'), returnExtensions)).toBe('noté.json');
    expect(codeOf(join(folder, 'noté.json'))).toBe('import.unknownFormat');
    expect(() => checkDropped(join(folder, 'noté.csv'), returnExtensions)).toThrow(AppError);
  });

  it('is refused when the page made it, or its place is not told whole', () => {
    for (const path of ['', 'liste.csv', './liste.csv', '/tmp/liste\u0000.csv']) {
      expect(codeOf(path)).toBe('path.notGranted');
    }
  });

  it('is refused when it is gone, is a folder, or of another kind', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dossier.xlsx'));
    writeFileSync(join(folder, 'photo.png'), 'x');
    writeFileSync(join(folder, 'groupe.rapporteur'), 'x');
    writeFileSync(join(folder, 'sans-extension'), 'x');
    symlinkSync(join(folder, 'absent.csv'), join(folder, 'lien.csv'));
    expect(codeOf(join(folder, 'absent.csv'))).toBe('import.fileNotFound');
    expect(codeOf(join(folder, 'lien.csv'))).toBe('import.fileNotFound');
    expect(codeOf(join(folder, 'dossier.xlsx'))).toBe('import.fileUnreadable');
    for (const name of ['photo.png', 'groupe.rapporteur', 'sans-extension']) {
      expect(codeOf(join(folder, name))).toBe('import.unknownFormat');
    }
  });
});
