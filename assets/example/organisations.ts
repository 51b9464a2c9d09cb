import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { communes } from '#example/communes.ts';
import { places } from '#example/places.ts';

const region = { regionCode: '32' } as const;

const buyers = (): ExampleRecord[] => [
  ...fact(
    'organisation',
    'ugap',
    {
      name: 'Union des groupements d’achats publics',
      acronym: 'UGAP',
      kind: 'buyer',
      buyerKind: 'other',
      description: 'Porte avec l’État la convention « achats innovants ».',
    },
    places.structure,
    places.prospects,
    places.resultSubGroups,
  ),
  ...fact(
    'organisation',
    'mel',
    {
      name: 'Métropole européenne de Lille',
      acronym: 'MEL',
      kind: 'buyer',
      buyerKind: 'localAuthority',
      ...communes.lille,
      description: 'Organise les Jeudis du numérique ; a répondu au recensement des besoins.',
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'organisation',
    'cd80',
    {
      name: 'Conseil départemental de la Somme',
      acronym: 'CD 80',
      kind: 'buyer',
      buyerKind: 'localAuthority',
      ...communes.amiens,
      description: 'A répondu au recensement des besoins.',
    },
    places.activities,
    places.indicators,
  ),
  ...fact(
    'organisation',
    'cd62',
    {
      name: 'Conseil départemental du Pas-de-Calais',
      acronym: 'CD 62',
      kind: 'buyer',
      buyerKind: 'localAuthority',
      ...communes.arras,
      description: 'A répondu au recensement des besoins.',
    },
    places.activities,
    places.indicators,
  ),
];

const platforms = (): ExampleRecord[] => [
  ...fact(
    'organisation',
    'nfid',
    { name: 'NFID', kind: 'platform', ...region },
    places.structure,
    places.resultSubGroups,
  ),
  ...fact(
    'organisation',
    'lille-is-french-tech',
    { name: 'Lille is French Tech', kind: 'platform', ...communes.lille },
    places.structure,
    places.resultSubGroups,
  ),
  ...fact(
    'organisation',
    'euratechnologies',
    {
      name: 'Euratechnologies',
      kind: 'platform',
      ...communes.lille,
      description: 'Siège au comité élargi de l’AMI ; accueille l’événement du 20 novembre 2017.',
    },
    places.phases,
    places.prospects,
    places.resultEvent,
  ),
  ...fact(
    'organisation',
    'eurasante',
    {
      name: 'Eurasanté',
      kind: 'platform',
      ...communes.loos,
      description: 'Siège au comité élargi de l’AMI.',
    },
    places.phases,
  ),
];

const institutions = (): ExampleRecord[] => [
  ...fact(
    'organisation',
    'orcp',
    {
      name: 'Observatoire régional de la commande publique',
      acronym: 'ORCP',
      kind: 'institution',
      ...region,
    },
    places.title,
    places.deliverables,
    places.objectives2017,
    places.resultReport,
  ),
  ...fact(
    'organisation',
    'state',
    {
      name: 'État',
      kind: 'institution',
      description: 'Partie à la convention État-UGAP « achats innovants ».',
    },
    places.structure,
    places.objectives2017,
  ),
  ...fact(
    'organisation',
    'pfra',
    {
      name: 'Plateforme régionale des achats de l’État',
      acronym: 'PFRA',
      kind: 'institution',
      parentId: exampleId('organisation', 'state'),
      ...region,
      description: 'Relais local de la stratégie nationale DAE-DGE.',
    },
    places.strategy,
    places.structure,
    places.resultSubGroups,
  ),
  ...fact(
    'organisation',
    'direccte',
    {
      name: 'Direction régionale des entreprises, de la concurrence, de la consommation, du travail et de l’emploi',
      acronym: 'DIRECCTE',
      kind: 'institution',
      parentId: exampleId('organisation', 'state'),
      ...region,
      description: 'Relais local de la stratégie nationale DAE-DGE.',
    },
    places.strategy,
    places.structure,
    places.resultSubGroups,
  ),
  ...fact(
    'organisation',
    'dae',
    {
      name: 'Direction des achats de l’État',
      acronym: 'DAE',
      kind: 'institution',
      parentId: exampleId('organisation', 'state'),
      description: 'Porte avec la DGE la stratégie nationale en faveur des achats innovants.',
    },
    places.objectives,
    places.strategy,
    places.objectives2017,
  ),
  ...fact(
    'organisation',
    'dge',
    {
      name: 'Direction générale des entreprises',
      acronym: 'DGE',
      kind: 'institution',
      parentId: exampleId('organisation', 'state'),
      description: 'Porte avec la DAE la stratégie nationale en faveur des achats innovants.',
    },
    places.objectives,
    places.strategy,
    places.objectives2017,
  ),
  ...fact(
    'organisation',
    'sgmap',
    {
      name: 'Secrétariat général pour la modernisation de l’action publique',
      acronym: 'SGMAP',
      kind: 'institution',
      parentId: exampleId('organisation', 'state'),
      description: 'Organise la Semaine de l’innovation publique.',
    },
    places.prospects,
  ),
  ...fact(
    'organisation',
    'sciences-po-lille',
    { name: 'Sciences Po Lille', kind: 'institution', ...communes.lille },
    places.deliverables,
    places.objectives2017,
    places.resultReport,
  ),
];

/** The organisations that the two documents name. */
export function organisationRecords(): ExampleRecord[] {
  return [...buyers(), ...platforms(), ...institutions()];
}
