import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { places } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

const axes = [
  ['raise-awareness', 'Sensibiliser les entreprises innovantes et les acheteurs publics'],
  [
    'bring-together',
    'Rapprocher et faciliter les relations entre acheteurs publics et entreprises innovantes',
  ],
  ['support', 'Accompagner les acheteurs publics dans leurs pratiques d’achats innovants'],
  ['assess', 'Évaluer le déploiement des achats innovants'],
] as const;

const segments = [
  ['health', 'Achats de santé', 'établissements hospitaliers, EHPAD…', 'current'],
  ['intellectual', 'Prestations intellectuelles', null, 'current'],
  [
    'digital',
    'Prestations de services numériques',
    'communication, numérisation, dématérialisation…',
    'current',
  ],
  ['real-estate', 'Immobilier', 'travaux/maintenance des bâtiments', 'current'],
  [
    'social-innovation',
    'Innovation sociale',
    'L’innovation sociale sera traitée dans un deuxième temps lorsque la première phase sera plus « mature ».',
    'later',
  ],
] as const;

/** Sub-groups in the documents' order; the axis is given where both bear the same name. */
export const subGroups = [
  [
    'raise-awareness',
    'Sensibiliser les entreprises innovantes à l’achat public',
    'raise-awareness',
  ],
  [
    'support',
    'Accompagner les acheteurs publics dans leurs pratiques d’achat d’innovation',
    'support',
  ],
  ['assess', 'Évaluer le déploiement des achats innovants', 'assess'],
  ['state-ugap', 'Convention État-UGAP', null],
] as const;

/** The group, its scope, strategy, axes and segments. */
export function groupRecords(): ExampleRecord[] {
  return [
    ...fact(
      'workingGroup',
      'gt',
      {
        name: 'Innovation et commande publique',
        acronym: 'GT',
        observatoryId: exampleId('organisation', 'orcp'),
        scopeDefinition:
          'Sont innovants les travaux, fournitures ou services nouveaux ou sensiblement améliorés.',
        scopeReference: 'décret 2016-360 du 25 mars 2016',
        strategy: 'Définir une stratégie régionale',
        strategyOrigin:
          'Cette stratégie régionale s’inspire de la stratégie nationale DAE-DGE portée par ses relais locaux, à savoir la PFRA et la DIRECCTE.',
      },
      places.title,
      places.scope,
      places.strategy,
      places.cover,
    ),
    ...axes.flatMap(([key, name], index) =>
      fact('strategicAxis', key, { workingGroupId, name, position: index + 1 }, places.strategy),
    ),
    ...segments.flatMap(([key, name, description, stage], index) =>
      fact(
        'purchaseSegment',
        key,
        { workingGroupId, name, description, stage, position: index + 1 },
        places.scope,
      ),
    ),
    ...subGroups.flatMap(([key, name, axis], index) =>
      fact(
        'subGroup',
        key,
        {
          workingGroupId,
          name,
          position: index + 1,
          strategicAxisId: axis === null ? null : exampleId('strategicAxis', axis),
        },
        places.structure,
        places.resultSubGroups,
      ),
    ),
    ...mandates(),
    ...agreements(),
  ];
}

const handover =
  'Date de passation non connue : Alexandre SILLE est rapporteur dans la synthèse à mi-année, Lucile BRIONNE dans la restitution. Le 1er septembre 2017 est une hypothèse entre les deux documents.';

function mandates(): ExampleRecord[] {
  const rapporteur = (person: string, organisation: string, subGroup: string) => ({
    personId: exampleId('person', person),
    organisationId: exampleId('organisation', organisation),
    subGroupId: exampleId('subGroup', subGroup),
    role: 'rapporteur' as const,
  });
  const both = [places.structure, places.resultSubGroups] as const;
  return [
    ...fact('mandate', 'pruvost', rapporteur('pruvost', 'nfid', 'raise-awareness'), ...both),
    ...fact(
      'mandate',
      'chiquet',
      rapporteur('chiquet', 'lille-is-french-tech', 'raise-awareness'),
      ...both,
    ),
    ...fact('mandate', 'trigaut', rapporteur('trigaut', 'pfra', 'support'), ...both),
    ...fact(
      'mandate',
      'sille',
      { ...rapporteur('sille', 'direccte', 'assess'), toOn: '2017-08-31', note: handover },
      places.structure,
    ),
    ...fact(
      'mandate',
      'brionne',
      { ...rapporteur('brionne', 'direccte', 'assess'), fromOn: '2017-09-01', note: handover },
      places.resultSubGroups,
    ),
    ...fact('mandate', 'dupuis', rapporteur('dupuis', 'ugap', 'state-ugap'), ...both),
  ];
}

function agreements(): ExampleRecord[] {
  const party = (agreement: string, organisation: string) =>
    fact(
      'agreementParty',
      `${agreement}/${organisation}`,
      {
        agreementId: exampleId('agreement', agreement),
        organisationId: exampleId('organisation', organisation),
      },
      places.objectives2017,
    );
  return [
    ...fact(
      'agreement',
      'state-ugap',
      {
        workingGroupId,
        name: 'Convention État-UGAP « achats innovants »',
        purpose:
          'Priorisation de la détection, qualification et sensibilisation auprès des entreprises et des acheteurs. Son application fait partie des engagements pris lors de l’AG 2017.',
        status: 'inForce',
      },
      places.structure,
      places.activities,
      places.objectives2017,
      places.resultEvent,
      places.objectives2018,
    ),
    ...party('state-ugap', 'state'),
    ...party('state-ugap', 'ugap'),
    ...fact(
      'agreement',
      'sciences-po-orcp',
      {
        workingGroupId,
        name: 'Convention Sciences Po Lille – ORCP',
        purpose: 'Son application fait partie des engagements pris lors de l’AG 2017.',
        status: 'inForce',
      },
      places.objectives2017,
    ),
    ...party('sciences-po-orcp', 'sciences-po-lille'),
    ...party('sciences-po-orcp', 'orcp'),
  ];
}
