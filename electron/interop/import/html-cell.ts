import { errorCell, numberCell, withFormula } from './number-cell.ts';
import { formatOfCode } from './number-formats.ts';
import type { Cell } from './sheet.ts';

const FRENCH = '1036';

/** LibreOffice's `sdnum`: language of the page; language of the format; format in its letters. */
function codeOf(sdnum: string): string {
  const [, language = '', ...rest] = sdnum.split(';');
  const code = rest.join(';');
  return language === FRENCH ? code.replace(/J/gi, 'D').replace(/A/gi, 'Y') : code;
}

/**
 * The cell of a `<td>`: office programs keep the exact value beside the text shown. `attributes`
 * have lower-case names, namespace included.
 */
export function htmlCell(attributes: Readonly<Record<string, string>>, shown: string): Cell {
  const cell = valueOf(attributes, shown);
  return attributes['x:fmla'] === undefined ? cell : withFormula(cell);
}

function valueOf(attributes: Readonly<Record<string, string>>, shown: string): Cell {
  const { sdval, sdnum = '' } = attributes;
  if (sdval !== undefined && sdval !== '' && Number.isFinite(Number(sdval))) {
    return numberCell(Number(sdval), formatOfCode(codeOf(sdnum)), false);
  }
  const error = attributes['x:err'];
  if (error !== undefined) return errorCell(error || shown);
  const truth = attributes['x:bool'];
  if (truth !== undefined) return (truth || shown).toUpperCase() === 'TRUE';
  return shown === '' ? null : shown;
}
