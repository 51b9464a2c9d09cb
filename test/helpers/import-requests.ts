import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { fates, importRegisterNames } from '#contract/import.channels.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import type { Ask } from '#test/answered.ts';
import { answered } from '#test/answered.ts';

const pasted = [
  'Nom\tNature\tCommune',
  'Regain\tInstitution\tLens',
  'Essor\tEntreprise innovante\tArras',
  'Relais\tnature inconnue\tLille',
].join('\n');

/**
 * Opens and plans an import of a pasted table, and gives the requests about it that would be
 * granted. The mapping is saved where the grant `granted` leads.
 */
export async function importRequests(
  ask: Ask,
): Promise<Partial<Record<StoreChannel, fc.Arbitrary<unknown>>>> {
  const source = { kind: 'paste', text: pasted, html: null } as const;
  const { importId } = await answered(ask, 'imports:open', { source });
  const asked = { importId, register: 'organisations', sheet: 0 } as const;
  const { spec } = await answered(ask, 'imports:guess', asked);
  await answered(ask, 'imports:plan', { importId, spec });
  await answered(ask, 'imports:saveMapping', { importId, spec, grant: 'granted' });

  const id = fc.constant(importId);
  const grant = fc.constant('granted');
  const specs = fc.record({
    register: fc.constant('organisations'),
    sheet: fc.constant(0),
    header: fc.constantFrom(spec.header, null, { firstRow: 1, lastRow: 2 }),
    mapping: fc.shuffledSubarray(spec.mapping, { minLength: 1 }),
    fixed: fc.constantFrom({}, { organisationKind: 'Institution' }, { organisationKind: '?' }),
    createsMissing: fc.boolean(),
    clearsEmpty: fc.boolean(),
  });
  return {
    'imports:open': fc.record({
      source: fc.record({
        kind: fc.constant('paste'),
        text: fc.constantFrom(pasted, 'Nom;Nature\nRegain;Institution'),
        html: fc.constantFrom(null, '<table><tr><td>Nom</td></tr><tr><td>Regain</td></tr></table>'),
      }),
    }),
    'imports:guess': fc.record({
      importId: id,
      register: fc.constantFrom(...importRegisterNames),
      sheet: fc.constant(0),
      header: fc.constantFrom(null, undefined, spec.header),
      isFresh: fc.boolean(),
    }),
    'imports:plan': fc.record({ importId: id, spec: specs }),
    'imports:rows': fc.record({
      importId: id,
      fate: fc.constantFrom(null, ...fates),
      offset: fc.nat(4),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    'imports:decide': fc.record({
      importId: id,
      rows: fc.oneof(
        fc.constant('undecided'),
        fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 3 }),
      ),
      decision: fc.constantFrom(null, { kind: 'create' }, { kind: 'skip' }),
    }),
    'imports:run': fc.record({ importId: id, mode: fc.constantFrom('all', 'valid') }),
    'imports:rejected': fc.record({
      importId: id,
      format: fc.constantFrom(...spreadsheetFormats),
      grant,
    }),
    'imports:saveMapping': fc.record({ importId: id, spec: specs, grant }),
    'imports:loadMapping': fc.record({ importId: id, grant }),
    'imports:close': fc.record({ importId: id }),
    'imports:template': fc.record({
      register: fc.constantFrom(...importRegisterNames),
      format: fc.constantFrom('xlsx', 'ods'),
      grant,
    }),
  };
}
