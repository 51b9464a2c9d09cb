import { exampleId, type ExampleRecord, fact, record } from '#example/builder.ts';
import { communes, type CommuneKey } from '#example/communes.ts';
import type { Segment } from '#example/fictitious-companies.ts';
import { places } from '#example/places.ts';

/** Whose answer: a fictitious buyer placed in a commune, or one of the three that the documents name. */
type Buyer =
  | { readonly name: string; readonly commune: CommuneKey }
  | { readonly named: 'mel' | 'cd80' | 'cd62' };

interface Answer {
  readonly key: string;
  readonly buyer: Buyer;
  readonly title: string;
  readonly segment: Segment;
}

const answer = (
  key: string,
  name: string,
  commune: CommuneKey,
  segment: Segment,
  title: string,
): Answer => ({ key, buyer: { name: `${name} (acheteur fictif)`, commune }, title, segment });

// oxfmt-ignore
const ofState: readonly Answer[] = [
  answer('e01', 'Direction des routes des Deux-Deûles', 'lille', 'digital', 'Dématérialiser le suivi des interventions de maintenance'),
  answer('e02', 'Centre de formation des Trois-Moulins', 'douai', 'real-estate', 'Suivre les consommations d’énergie de bâtiments anciens'),
  answer('e03', 'Service des archives du Val-Chemin', 'arras', 'digital', 'Numériser des registres anciens fragiles'),
  answer('e04', 'Établissement d’accueil du Grand-Pré', 'lens', 'real-estate', 'Rendre un accueil accessible sans gros travaux'),
  answer('e05', 'Direction des contrôles de la Haute-Lande', 'amiens', 'intellectual', 'Former les acheteurs aux procédures d’achat innovant'),
  answer('e06', 'Laboratoire d’analyses du Mont-Clair', 'loos', 'health', 'Désinfecter des locaux sans produit chimique'),
  answer('e07', 'Caserne du Fort-Blanc', 'valenciennes', 'health', 'Adapter les repas aux régimes particuliers'),
  answer('e08', 'Tribunal du Bas-Escaut', 'cambrai', 'digital', 'Accueillir en langue des signes'),
  answer('e09', 'Rectorat annexe du Clos-Vert', 'lille', 'digital', 'Rédiger des courriers faciles à lire et à comprendre'),
  answer('e10', 'École des métiers de la Longue-Rive', 'dunkerque', 'real-estate', 'Mesurer la qualité de l’air des salles'),
  answer('e11', 'Service des eaux du Petit-Marais', 'saintOmer', 'intellectual', 'Évaluer le coût complet d’un achat'),
  answer('e12', 'Agence foncière des Hauts-Sentiers', 'beauvais', 'real-estate', 'Installer une classe provisoire démontable'),
  answer('e13', 'Direction du littoral de la Dune-Grise', 'boulogne', 'digital', 'Sensibiliser les agents à la sécurité informatique'),
  answer('e14', 'Centre de détention de la Plaine-Haute', 'maubeuge', 'health', 'Suivre des patients à distance'),
  answer('e15', 'Service des douanes du Quai-Neuf', 'calais', 'intellectual', 'Préparer le sourçage avant un marché'),
  answer('e16', 'Délégation des sports du Champ-Rond', 'laon', 'digital', 'Gérer les salles et le matériel partagés'),
  answer('e17', 'Musée national de la Tour-Brune', 'compiegne', 'digital', 'Sous-titrer en direct des conférences'),
];

// oxfmt-ignore
const ofLocalAuthorities: readonly Answer[] = [
  { key: 'c01', buyer: { named: 'mel' }, segment: 'digital', title: 'Services numériques de proximité' },
  { key: 'c02', buyer: { named: 'cd80' }, segment: 'digital', title: 'Dépôt simplifié des demandes des usagers' },
  { key: 'c03', buyer: { named: 'cd62' }, segment: 'real-estate', title: 'Rénovation thermique de bâtiments occupés' },
  answer('c04', 'Communauté de communes des Quatre-Clochers', 'peronne', 'digital', 'Parapheur électronique pour petites communes'),
];

// oxfmt-ignore
const notBrokenDown: readonly Answer[] = [
  answer('x01', 'Maison de retraite de l’Orée-du-Bois', 'hazebrouck', 'health', 'Sécuriser le circuit du médicament'),
  answer('x02', 'Hôpital du Pont-Doré', 'soissons', 'health', 'Coordonner les sorties d’hospitalisation'),
  answer('x03', 'Office d’habitat du Soleil-Levant', 'roubaix', 'real-estate', 'Adapter des salles de bains au vieillissement'),
  answer('x04', 'Université populaire de la Citadelle', 'lille', 'intellectual', 'Concevoir un service avec ses usagers'),
  answer('x05', 'Régie de transport du Vieux-Rail', 'tourcoing', 'digital', 'Visualiser les données d’achat'),
  answer('x06', 'Syndicat mixte de la Belle-Source', 'abbeville', 'intellectual', 'Animer un groupement d’achat'),
];

/** Answers of invented buyers: those that invented wishes and meetings may concern. */
export const fictitiousBuyers: readonly { readonly key: string; readonly segment: Segment }[] = [
  ...ofState,
  ...ofLocalAuthorities,
  ...notBrokenDown,
].filter(({ buyer }) => 'name' in buyer);

const notice = (buyer: Buyer): string =>
  'named' in buyer
    ? 'Contenu fictif : les documents disent que cette collectivité a répondu au recensement, non ce qu’elle a répondu.'
    : 'Entrée fictive, créée pour l’exemple : les documents ne donnent que le nombre des réponses.';

const undetailed =
  'Nature de l’acheteur non précisée : 6 des 27 réponses ne sont pas ventilées par les documents.';

type BuyerKind = 'state' | 'localAuthority' | null;

function answerRecords(one: Answer, buyerKind: BuyerKind, index: number): ExampleRecord[] {
  const { buyer } = one;
  const key = 'named' in buyer ? buyer.named : `need/${one.key}`;
  const organisation: ExampleRecord[] =
    'named' in buyer
      ? []
      : [
          record('organisation', key, {
            name: buyer.name,
            kind: 'buyer',
            buyerKind,
            ...communes[buyer.commune],
            description: notice(buyer),
            isFictitious: true,
          }),
        ];
  return [
    ...organisation,
    record('need', one.key, {
      surveyId: exampleId('needsSurvey', 'census'),
      organisationId: exampleId('organisation', key),
      buyerKind,
      title: one.title,
      description: buyerKind === null ? `${notice(buyer)} ${undetailed}` : notice(buyer),
      segmentId: exampleId('purchaseSegment', one.segment),
      receivedOn: `2017-06-${String((index % 28) + 1).padStart(2, '0')}`,
      isFictitious: true,
    }),
  ];
}

/** The census of buyers' needs with its 27 answers: 17 State, 4 local authorities, 6 not broken down. */
export function needRecords(): ExampleRecord[] {
  const answers: readonly (readonly [Answer, BuyerKind])[] = [
    ...ofState.map((one) => [one, 'state'] as const),
    ...ofLocalAuthorities.map((one) => [one, 'localAuthority'] as const),
    ...notBrokenDown.map((one) => [one, null] as const),
  ];
  return [
    ...fact(
      'needsSurvey',
      'census',
      {
        workingGroupId: exampleId('workingGroup', 'gt'),
        agreementId: exampleId('agreement', 'state-ugap'),
        title: 'Recensement des besoins auprès des acheteurs régionaux',
        description:
          'Les réponses des différents acheteurs permettront d’affiner les premiers constats dressés par le GT et de dresser un état plus exhaustif des pratiques et des besoins.',
      },
      places.activities,
      places.indicators,
    ),
    ...answers.flatMap(([one, kind], index) => answerRecords(one, kind, index)),
  ];
}
