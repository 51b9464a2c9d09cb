import { extname, join, normalize, sep } from 'node:path';

export const appScheme = 'app';
export const pageOrigin = 'app://rapporteur';
export const pageUrl = `${pageOrigin}/`;
export const printOrigin = 'app://print';

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file of the built page, and what it is. */
export interface PageResource {
  readonly file: string;
  readonly mimeType: string;
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
}

/**
 * The file that an `app://rapporteur/…` address stands for. Screens have addresses without an
 * extension and are all the one page. Null for anything that is not inside the folder, by whatever
 * trick of writing, or of a type the page does not use.
 */
export function pageResource(url: string, folder: string): PageResource | null {
  if (!URL.canParse(url) || new URL(url).host !== 'rapporteur') return null;
  const path = decodedPath(url);
  if (path === null || /[\0\\%:]/.test(path) || path.split('/').includes('..')) return null;
  const extension = extname(path).toLowerCase();
  const relative = extension === '' ? 'index.html' : path.slice(1);
  const mimeType = mimeTypes[extension === '' ? '.html' : extension];
  if (mimeType === undefined) return null;
  const root = normalize(folder);
  const file = normalize(join(root, relative));
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? { file, mimeType } : null;
}
