import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { midYear, places, yearEnd } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

interface Statement {
  /** Place in the document's own list, from 1. */
  readonly position: number;
  readonly wording: string;
  readonly quote?: string;
}

interface Barrier {
  readonly key: string;
  readonly side: 'buyer' | 'company';
  readonly title: string;
  readonly midYear?: Statement;
  readonly yearEnd?: Statement;
}

/** Barriers of both documents; the same one restated in other words appears once. */
const barriers: readonly Barrier[] = [
  {
    key: 'buyer-unaware',
    side: 'buyer',
    title: 'Méconnaissance de la thématique',
    midYear: { position: 1, wording: 'Méconnaissance de la thématique' },
    yearEnd: {
      position: 7,
      wording: 'Méconnaissance → Désintérêt',
      quote: 'L’innovation, on n’en a pas besoin !',
    },
  },
  {
    key: 'buyer-data',
    side: 'buyer',
    title: 'Absence de données statistiques à l’échelle régionale',
    midYear: { position: 2, wording: 'Absence de données statistiques à l’échelle régionale' },
    yearEnd: { position: 4, wording: 'Absence de données' },
  },
  {
    key: 'buyer-definition',
    side: 'buyer',
    title: 'Problème de définition de l’innovation',
    midYear: { position: 3, wording: 'Problème de définition de l’innovation' },
    yearEnd: { position: 5, wording: 'Pas de définition pratique de l’innovation' },
  },
  {
    key: 'buyer-money',
    side: 'buyer',
    title: 'Freins financiers',
    midYear: { position: 4, wording: 'Freins financiers / contexte budgétaire' },
    yearEnd: { position: 2, wording: 'Freins financiers' },
  },
  {
    key: 'buyer-fear',
    side: 'buyer',
    title: 'Craintes juridiques',
    midYear: {
      position: 5,
      wording:
        'Craintes (notamment d’un risque juridique) autour des nouvelles procédures ou des techniques d’achat propices à l’innovation et/ou à la simplification',
    },
    yearEnd: { position: 6, wording: 'Craintes juridiques' },
  },
  {
    key: 'buyer-support',
    side: 'buyer',
    title: 'Manque de soutien à innover',
    midYear: { position: 6, wording: 'Manque de soutien politique et hiérarchique à innover' },
    yearEnd: { position: 1, wording: 'Manque de soutien à l’achat d’innovation' },
  },
  {
    key: 'buyer-mindset',
    side: 'buyer',
    title: 'Changement de mentalité à opérer',
    midYear: { position: 7, wording: 'Changement de mentalité à opérer' },
  },
  {
    key: 'buyer-time',
    side: 'buyer',
    title: 'Pas de temps à y consacrer',
    yearEnd: { position: 3, wording: 'Pas de temps à y consacrer' },
  },
  {
    key: 'company-door',
    side: 'company',
    title: 'Difficultés pour trouver une porte d’entrée et faire connaître leurs innovations',
    midYear: {
      position: 1,
      wording: 'Difficultés pour trouver une porte d’entrée et faire connaître leurs innovations',
    },
  },
  {
    key: 'company-needs',
    side: 'company',
    title: 'Méconnaissance des besoins des administrations',
    midYear: { position: 2, wording: 'Méconnaissance des besoins des administrations' },
    yearEnd: {
      position: 2,
      wording:
        'Difficultés liées à l’absence d’informations sur les besoins des donneurs d’ordre publics',
    },
  },
  {
    key: 'company-process',
    side: 'company',
    title: 'Méconnaissance des processus d’achat public et de leur formalisme',
    midYear: {
      position: 3,
      wording:
        'Méconnaissance des processus d’achat public et de leur formalisme (pas ou peu de méthodologie de réponse)',
    },
    yearEnd: {
      position: 3,
      wording: 'Méconnaissance des processus d’achat public et de leur formalisme',
    },
  },
  {
    key: 'company-administration',
    side: 'company',
    title: 'Méconnaissance de l’administration',
    midYear: {
      position: 4,
      wording: 'Méconnaissance de l’organisation administrative et des organes de décision',
    },
    yearEnd: { position: 1, wording: 'Méconnaissance de l’administration' },
  },
  {
    key: 'company-assess',
    side: 'company',
    title: 'Difficultés à évaluer le caractère innovant',
    midYear: { position: 5, wording: 'Difficultés à évaluer le caractère innovant' },
  },
  {
    key: 'company-payment',
    side: 'company',
    title: 'Craintes concernant les délais de paiement',
    midYear: { position: 6, wording: 'Craintes concernant les délais de paiement' },
    yearEnd: { position: 5, wording: 'Craintes concernant les délais de paiement' },
  },
  {
    key: 'company-means',
    side: 'company',
    title: 'Manque de moyens pour répondre',
    midYear: { position: 7, wording: 'Manque de structure et de temps homme (TPE/PME)' },
    yearEnd: { position: 4, wording: 'Manque de moyens pour répondre' },
  },
  {
    key: 'company-disinterest',
    side: 'company',
    title: 'Désintérêt pour les marchés publics',
    yearEnd: {
      position: 6,
      wording: 'Désintérêt pour les marchés publics',
      quote: 'L’achat public ? Non merci, trop compliqué avec les administrations !',
    },
  },
];

function barrierFacts(one: Barrier, position: number): ExampleRecord[] {
  const endPlace = one.side === 'buyer' ? places.buyerBarriers : places.companyBarriers;
  const statements = [
    { statement: one.midYear, statedOn: midYear, place: places.findings },
    { statement: one.yearEnd, statedOn: yearEnd, place: endPlace },
  ];
  const made = statements.flatMap(({ statement, statedOn, place }) =>
    statement === undefined ? [] : [{ statement, statedOn, place }],
  );
  return [
    ...fact(
      'barrier',
      one.key,
      { workingGroupId, side: one.side, title: one.title, position },
      ...made.map(({ place }) => place),
    ),
    ...made.flatMap(({ statement, statedOn, place }) =>
      fact(
        'barrierStatement',
        `${one.key}/${place[0]}`,
        {
          barrierId: exampleId('barrier', one.key),
          sourceId: exampleId('sourceDocument', place[0]),
          statedOn,
          position: statement.position,
          wording: statement.wording,
          quote: statement.quote ?? null,
        },
        place,
      ),
    ),
  ];
}

/** Barriers with one statement for each document that words them. */
export function barrierRecords(): ExampleRecord[] {
  return barriers.flatMap((one, index) => barrierFacts(one, index + 1));
}
