import { describe, expect, it } from 'vitest';

import { isId } from '#domain/ids.ts';
import { type EntityName, entityOf, isEntityName } from '#domain/registry.ts';
import { wordsOfRichText } from '#domain/rich-text.ts';
import { exampleId } from '#example/builder.ts';
import { exampleRecords } from '#example/index.ts';

interface Row {
  readonly name: EntityName;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Each record with what it leaves out filled in, as the store does when it inserts. */
const rows: readonly Row[] = exampleRecords().map(({ name, id, values }) => ({
  name,
  id,
  values: {
    ...Object.fromEntries(
      Object.entries(entityOf(name).fields)
        .filter(([, field]) => 'initial' in field)
        .map(([key, field]) => [key, field.initial]),
    ),
    ...values,
  },
}));

const of = (name: EntityName): readonly Row[] => rows.filter((row) => row.name === name);
const find = (name: EntityName, key: string): Row => {
  const row = rows.find(({ id }) => id === exampleId(name, key));
  if (row === undefined) throw new Error(`no ${name} ${key}`);
  return row;
};
const tableOf = new Map(rows.map(({ id, name }) => [id, name]));

describe('every record of the example', () => {
  it('passes the checks of its kind', () => {
    const problems = rows.flatMap(({ name, id, values }) => {
      const entity = entityOf(name);
      const parsed = entity.schema.safeParse(values);
      if (!parsed.success) return [`${name} ${id}: ${parsed.error.message}`];
      return entity.rules(values).map(({ field, rule }) => `${name} ${id}: ${field} ${rule}`);
    });
    expect(problems).toEqual([]);
  });

  it('has an identifier of its own', () => {
    expect(rows.filter(({ id }) => !isId(id))).toEqual([]);
    expect(tableOf.size).toBe(rows.length);
  });

  it('refers to records that are there, of the right kind', () => {
    const dangling = rows.flatMap(({ name, id, values }) =>
      Object.entries(entityOf(name).fields).flatMap(([key, field]) => {
        const value = values[key];
        if (field.kind !== 'reference' || value === null) return [];
        return tableOf.get(String(value)) === field.target ? [] : [`${name} ${id}: ${key}`];
      }),
    );
    expect(dangling).toEqual([]);
  });

  it('points to the right table where the table is itself data', () => {
    const pointers = rows.flatMap(({ values }) => [
      ...('recordTable' in values ? [[values['recordTable'], values['recordId']]] : []),
      ...('fromTable' in values
        ? [
            [values['fromTable'], values['fromId']],
            [values['toTable'], values['toId']],
          ]
        : []),
    ]);
    expect(pointers.length).toBeGreaterThan(300);
    const wrong = pointers.filter(
      ([table, id]) => !isEntityName(String(table)) || tableOf.get(String(id)) !== table,
    );
    expect(wrong).toEqual([]);
  });

  it('is the same at every call', () => {
    expect(exampleRecords()).toEqual(exampleRecords());
  });

  it('is written without typewriter quotes or stray spaces', () => {
    const texts = rows.flatMap(({ name, values }) =>
      Object.entries(values).flatMap(([key, value]) => {
        if (typeof value !== 'string' || key === 'publishedAt' || key === 'reference') return [];
        return entityOf(name).fields[key]?.isRich === true
          ? wordsOfRichText(value).split('\n')
          : [value];
      }),
    );
    expect(texts.filter((text) => /['"]|\.\.\.| {2}|^\s|\s$/u.test(text))).toEqual([]);
  });

  it('cites a document, or is fictitious or hangs on what is', () => {
    const cited = new Set(of('citation').map(({ values }) => values['recordId']));
    const stated: readonly EntityName[] = [
      'organisation',
      'person',
      'affiliation',
      'mandate',
      'agreement',
      'meeting',
      'deliverable',
      'event',
      'activity',
      'phase',
      'objective',
      'indicator',
      'measurement',
      'measurementPart',
      'result',
      'barrier',
      'barrierStatement',
      'lever',
      'remedy',
    ];
    const uncited = stated
      .flatMap(of)
      .filter(({ id, name, values }) => {
        const owner = name === 'affiliation' ? String(values['personId']) : id;
        const flagged = rows.find((row) => row.id === owner)?.values['isFictitious'] === true;
        return !cited.has(id) && !flagged;
      })
      .map(({ name, id }) => `${name} ${id}`);
    expect(uncited).toEqual([]);
  });
});

describe('people', () => {
  it('have no address and no telephone', () => {
    const reachable = [...of('person'), ...of('organisation')].filter(
      ({ values }) => values['email'] !== null || values['phone'] !== null,
    );
    expect(reachable).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(/[\w.]+@[\w-]+\.\w+/u);
  });

  it.each([
    ['2017-05-09', 'sille'],
    ['2017-06-30', 'sille'],
    ['2017-11-20', 'brionne'],
    ['2017-12-31', 'brionne'],
  ])('on %s the rapporteur of « Évaluer… » is %s', (day, person) => {
    const holders = of('mandate').filter(
      ({ values }) =>
        values['subGroupId'] === exampleId('subGroup', 'assess') &&
        (values['fromOn'] === null || String(values['fromOn']) <= day) &&
        (values['toOn'] === null || String(values['toOn']) >= day),
    );
    expect(holders.map(({ values }) => values['personId'])).toEqual([exampleId('person', person)]);
  });
});

describe('the selection', () => {
  const applications = of('application');
  const decided = (phase: string, outcome: string) =>
    of('phaseDecision').filter(
      ({ values }) =>
        values['phaseId'] === exampleId('phase', phase) && values['outcome'] === outcome,
    );

  it('has 79 responses at mid-year and 90 at the end, all fictitious', () => {
    const atMidYear = applications.filter(
      ({ values }) => String(values['receivedOn']) <= '2017-06-30',
    );
    expect(atMidYear).toHaveLength(79);
    expect(applications).toHaveLength(90);
    expect(applications.every(({ values }) => values['isFictitious'] === true)).toBe(true);
    expect(new Set(applications.map(({ values }) => values['organisationId'])).size).toBe(90);
  });

  it('runs from 90 to 9 pitches and stands for the others', () => {
    const withdrawn = new Set(of('withdrawal').map(({ values }) => values['applicationId']));
    const invited = decided('committee', 'nextPhase').map(({ values }) => values['applicationId']);
    const present = invited.filter((id) => !withdrawn.has(id));
    expect(decided('triage', 'excluded').length + decided('triage', 'nextPhase').length).toBe(90);
    expect(withdrawn.size).toBe(1);
    expect(present.length).toBeGreaterThanOrEqual(20);
    expect(invited.length).toBeLessThanOrEqual(30);
    expect(decided('committee', 'reserve')).toHaveLength(3);
    expect(decided('final', 'pitch')).toHaveLength(9);
    expect(decided('final', 'stand')).toHaveLength(present.length - 9);
    expect(of('pitchSlot')).toHaveLength(9);
    expect(of('stand')).toHaveLength(present.length - 9);
  });

  it('decides only on those that the phase before has kept, and never twice', () => {
    const order = ['triage', 'committee', 'final', 'stands'];
    const on = (phase: string) =>
      of('phaseDecision').filter(({ values }) => values['phaseId'] === exampleId('phase', phase));
    for (const phase of order) {
      const ids = on(phase).map(({ values }) => values['applicationId']);
      expect(new Set(ids).size, phase).toBe(ids.length);
    }
    const kept = (phase: string) =>
      new Set(decided(phase, 'nextPhase').map(({ values }) => values['applicationId']));
    const beyond = (phase: string, before: ReadonlySet<unknown>) =>
      on(phase).filter(({ values }) => !before.has(values['applicationId']));
    expect(beyond('committee', kept('triage'))).toEqual([]);
    expect(beyond('final', kept('committee'))).toEqual([]);
    expect(
      beyond('stands', new Set(decided('final', 'stand').map((d) => d.values['applicationId']))),
    ).toEqual([]);
  });

  it('excludes for each of the three reasons, and outside the region only those that are', () => {
    const used = new Set(
      decided('triage', 'excluded').map(({ values }) => values['exclusionReasonId']),
    );
    expect(used.size).toBe(3);
    const outside = of('organisation').filter(
      ({ values }) => values['isFictitious'] === true && values['regionCode'] !== '32',
    );
    const excluded = decided('triage', 'excluded').filter(
      ({ values }) => values['exclusionReasonId'] === exampleId('exclusionReason', 'outsideRegion'),
    );
    const organisations = excluded.map(
      ({ values }) =>
        applications.find(({ id }) => id === values['applicationId'])?.values['organisationId'],
    );
    expect(organisations.toSorted()).toEqual(outside.map(({ id }) => id).toSorted());
  });
});

describe('the census of needs', () => {
  it('has 27 answers: 17 of the State, 4 of local authorities, 6 not broken down', () => {
    const kinds = of('need').map(({ values }) => values['buyerKind']);
    expect(kinds).toHaveLength(27);
    expect(kinds.filter((kind) => kind === 'state')).toHaveLength(17);
    expect(kinds.filter((kind) => kind === 'localAuthority')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === null)).toHaveLength(6);
  });

  it('records only the parts that the documents state', () => {
    const parts = of('measurementPart').filter(
      ({ values }) => values['measurementId'] === exampleId('measurement', 'needs-mid'),
    );
    expect(parts.map(({ values }) => values['value'])).toEqual([17, 4]);
  });

  it('lets no invented match or meeting concern a buyer that exists', () => {
    const buyers = [
      ...of('b2bMeeting').map(({ values }) => String(values['buyerId'])),
      ...of('match').map(({ values }) =>
        String(of('need').find(({ id }) => id === values['needId'])?.values['organisationId']),
      ),
    ];
    expect(buyers.length).toBeGreaterThan(20);
    expect(
      buyers.filter((id) => rows.find((row) => row.id === id)?.values['isFictitious'] !== true),
    ).toEqual([]);
  });
});

describe('dated values', () => {
  it.each([
    ['applications', '2017-06-30', 79],
    ['applications', '2017-12-31', 90],
    ['needs-answers', '2017-06-30', 27],
    ['event-attendance', '2017-12-31', 350],
    ['event-companies', '2017-12-31', 70],
    ['plenary-meetings', '2017-06-30', 3],
    ['sub-groups', '2017-12-31', 4],
    ['pia-files', '2017-06-30', 300],
  ])('%s as of %s is %d', (code, day, value) => {
    const latest = of('measurement')
      .filter(
        ({ values }) =>
          values['indicatorId'] === exampleId('indicator', code) && String(values['asOfOn']) <= day,
      )
      .toSorted((a, b) => String(a.values['asOfOn']).localeCompare(String(b.values['asOfOn'])))
      .at(-1);
    expect(latest?.values['value']).toBe(value);
  });

  it('keeps both wordings of a barrier that both documents state', () => {
    const statements = of('barrierStatement').filter(
      ({ values }) => values['barrierId'] === exampleId('barrier', 'buyer-data'),
    );
    expect(statements.map(({ values }) => values['wording'])).toEqual([
      'Absence de données statistiques à l’échelle régionale',
      'Absence de données',
    ]);
    expect(find('barrier', 'buyer-mindset').values['side']).toBe('buyer');
  });

  it('leaves some barriers without a lever, as the documents do', () => {
    const linked = new Set(of('chainLink').map(({ values }) => values['fromId']));
    const orphans = of('barrier').filter(({ id }) => !linked.has(id));
    expect(orphans.map(({ values }) => values['title'])).toEqual(
      expect.arrayContaining(['Freins financiers', 'Craintes concernant les délais de paiement']),
    );
  });
});
