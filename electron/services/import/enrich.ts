import type { EntityName } from '#domain/registry.ts';
import { withSiren } from '#domain/siren.ts';
import type { Commune } from '#services/commune-index.ts';
import { communes } from '#services/communes.ts';

type Values = Readonly<Record<string, unknown>>;

/** What follows from what a row says: the codes of a commune, the SIREN within a SIRET. */
export type Enrich = (said: Values, stored: Values | null) => Values;

const none: Enrich = () => ({});

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Prepares it for a kind of record; the directory of communes is read only where a row may name one.
 * A name that could be several communes, or none, gets no code.
 */
export async function createEnrich(
  table: EntityName,
  fields: ReadonlySet<string>,
): Promise<Enrich> {
  if (table !== 'organisation') return none;
  const isNeeded = fields.has('communeName') && !fields.has('communeCode');
  const index = isNeeded ? await communes() : null;
  const known = new Map<string, Commune | null>();

  function resolve(name: string, postalCode: string | null): Commune | null {
    const key = `${name} ${postalCode ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const commune = index?.resolve(name, postalCode) ?? null;
    known.set(key, commune);
    return commune;
  }

  return (said, stored) => {
    const { siren } = withSiren(said, stored?.['siren']);
    const own = siren === said['siren'] ? {} : { siren };
    const name = textOf(said['communeName']);
    if (index === null || name === null || textOf(said['communeCode']) !== null) return own;
    const commune = resolve(name, textOf(said['postalCode']) ?? textOf(stored?.['postalCode']));
    const told = commune === null && stored === null ? {} : codesOf(commune);
    return {
      ...own,
      ...Object.fromEntries(
        Object.entries(told).filter(([field]) => (said[field] ?? null) === null),
      ),
    };
  };
}

function codesOf(commune: Commune | null): Values {
  return {
    communeCode: commune?.code ?? null,
    departementCode: commune?.departementCode ?? null,
    regionCode: commune?.regionCode ?? null,
  };
}
