import { exampleId, type ExampleRecord, fact } from '#example/builder.ts';
import { places, yearEnd } from '#example/places.ts';

const workingGroupId = exampleId('workingGroup', 'gt');

const levers = [
  ['hierarchy', 'buyer', 'Soutien hiérarchique'],
  ['professional', 'buyer', 'Professionnalisation'],
  ['information', 'company', 'Facilitation de l’accès aux informations'],
  ['communication', 'company', 'Communication'],
  ['simplification', 'company', 'Simplification'],
] as const;

/** Remedies in the document's order; the side is read from whom each one is for. */
const remedies = [
  ['awareness', 'buyer', 'Sensibiliser acheteurs et décideurs'],
  [
    'professional',
    'buyer',
    'Professionnaliser les acheteurs publics afin d’engager une réelle stratégie d’achat innovant',
  ],
  ['guide', 'buyer', 'Construire un guide méthodologique de bonnes pratiques de l’achat innovant'],
  [
    'map',
    'both',
    'Disposer d’une cartographie des acteurs et plateformes régionales leur permettant de participer à la démarche de commande publique (pour les acheteurs et entreprises innovantes)',
  ],
  [
    'incubators',
    'company',
    'Co-construire avec les incubateurs et accélérateurs territoriaux une démarche d’accompagnement à la commande publique ; la contractualiser',
  ],
  [
    'sectors',
    'buyer',
    'Identifier par structure, les secteurs les plus favorables à la mise en œuvre d’une stratégie de promotion d’innovation',
  ],
  [
    'exchange',
    'both',
    'Échanger les informations entre acteurs connaissant les entreprises portant l’innovation et les acheteurs, demandeurs de ces solutions : constat de manque de coordination entre les acteurs',
  ],
  [
    'hub',
    'company',
    'Créer un HUB régional de la commande publique pour lever les freins qui empêchent les TPE/PME de répondre aux appels d’offres publics',
  ],
  [
    'yearly-meeting',
    'both',
    'Pérenniser un rendez-vous annuel de l’achat public innovant régional pour faire se rencontrer acheteurs et entreprises',
  ],
  ['momentum', 'both', 'Maintien de la dynamique impulsée par INNOVEMBER'],
] as const;

/** Levers (« Pour y remédier ») and remedies adopted for 2018. */
export function remedyRecords(): ExampleRecord[] {
  return [
    ...levers.flatMap(([key, side, title], index) =>
      fact(
        'lever',
        key,
        { workingGroupId, side, title, position: index + 1, statedOn: yearEnd },
        side === 'buyer' ? places.buyerBarriers : places.companyBarriers,
      ),
    ),
    ...remedies.flatMap(([key, side, title], index) =>
      fact(
        'remedy',
        key,
        {
          workingGroupId,
          year: 2018,
          position: index + 1,
          title,
          side,
          status: 'upcoming',
          adoptedOn: yearEnd,
        },
        places.remedies,
      ),
    ),
  ];
}
