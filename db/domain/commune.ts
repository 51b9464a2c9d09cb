interface Commune {
  readonly code: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
  readonly departementCode: string;
  readonly regionCode: string;
}

/** Columns of an organisation that say where it is; they change together. */
export interface CommunePatch {
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly postalCode: string | null;
  readonly departementCode: string | null;
  readonly regionCode: string | null;
}

/**
 * What choosing a commune writes. Its postal code is the one typed, the one known already, or its only
 * one; of several nobody can know which, and none is made up.
 */
export function communePatch(
  commune: Commune,
  known: { readonly postalCode: string | null; readonly typed: string },
): CommunePatch {
  const typed = known.typed.match(/\b\d{5}\b/)?.[0] ?? null;
  const { postalCodes } = commune;
  const kept = [typed, known.postalCode].find(
    (code) => code !== null && postalCodes.includes(code),
  );
  const [only] = postalCodes;
  return {
    communeCode: commune.code,
    communeName: commune.name,
    postalCode: kept ?? (postalCodes.length === 1 && only !== undefined ? only : null),
    departementCode: commune.departementCode,
    regionCode: commune.regionCode,
  };
}

/** What a name outside the directory writes (a town abroad): the name alone, no code left over. */
export function freeCommunePatch(name: string): Partial<CommunePatch> {
  return {
    communeCode: null,
    communeName: name === '' ? null : name,
    departementCode: null,
    regionCode: null,
  };
}
