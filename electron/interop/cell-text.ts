/** Longest text of a cell that Excel opens, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

const INVALID_XML =
  // oxlint-disable-next-line no-control-regex -- these are exactly what XML 1.0 cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Cuts at `MAX_CELL_TEXT` without splitting a surrogate pair. */
export function truncateCellText(text: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const last = text.charCodeAt(MAX_CELL_TEXT - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? MAX_CELL_TEXT - 1 : MAX_CELL_TEXT);
}

/** Removes characters that XML cannot hold (controls, lone surrogates) and makes line ends LF. */
export function cleanCellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVALID_XML, '');
}

/** Escapes for element text and double-quoted attributes; characters XML cannot hold are removed. */
export function escapeXml(text: string): string {
  return text
    .replace(INVALID_XML, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
