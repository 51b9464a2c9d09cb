/** Somebody to write to. `email` is whatever was typed on their record. */
export interface Correspondent {
  readonly name: string;
  readonly email: string;
}

/** What mail programs part addresses with: Outlook wants `;`, the standard and most others `,`. */
export type AddressSeparator = ';' | ',';

const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`, 'u');
/** RFC 5321: longer ones are refused by every server. */
const LONGEST = 254;
const PLAIN_NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’-]*$/u;
/** Line breaks, controls, invisible marks of direction and halves of characters: nothing of a name. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/**
 * The address as it can be written to, or null: one mailbox `local@domain`, without quotes, comments
 * or blanks (RFC 5322 dot-atoms, letters of any script as in RFC 6532). Anything else, such as two
 * addresses in one field, is for a person to look at.
 */
export function usableAddress(typed: string | null): string | null {
  const address = (typed ?? '').trim().replace(/^mailto:/iu, '');
  return address.length <= LONGEST && ADDRESS.test(address) ? address : null;
}

/**
 * A display name (RFC 5322 `phrase`): bare where it holds letters, digits, blanks, hyphens and
 * apostrophes alone, quoted otherwise, so that no comma, semicolon or angle bracket in it parts the
 * list. Accents stay as they are (RFC 6532): mail programs encode what is pasted into them themselves.
 */
export function displayName(name: string): string {
  const plain = name.toWellFormed().replaceAll(UNSEEN, ' ').replaceAll(/\s+/gu, ' ').trim();
  if (plain === '' || PLAIN_NAME.test(plain)) return plain;
  return `"${plain.replaceAll(/[\\"]/g, '\\$&')}"`;
}

/** `Prénom Nom <adresse>`, or the address alone where there is no name. */
export function mailbox({ name, email }: Correspondent): string {
  const shown = displayName(name);
  return shown === '' ? email : `${shown} <${email}>`;
}

/**
 * Addresses to paste into a mail: each once, whatever its case, in the order given. Whoever has no
 * usable address is left out; `withNames` false gives bare addresses, for the blind copy.
 */
export function addressLine(
  people: readonly { readonly name: string; readonly email: string | null }[],
  options: { readonly separator: AddressSeparator; readonly withNames: boolean },
): { readonly text: string; readonly count: number } {
  const boxes = new Map<string, string>();
  for (const { name, email } of people) {
    const address = usableAddress(email);
    if (address === null || boxes.has(address.toLowerCase())) continue;
    boxes.set(
      address.toLowerCase(),
      options.withNames ? mailbox({ name, email: address }) : address,
    );
  }
  return { text: [...boxes.values()].join(`${options.separator} `), count: boxes.size };
}
