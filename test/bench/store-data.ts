import type { NewRecord } from '#domain/registry.ts';

/** The twelve columns that the bench fills, in the order of the file both sides read. */
export const FILLED = [
  'name', 'kind', 'siren', 'address', 'postalCode', 'communeCode',
  'communeName', 'departementCode', 'website', 'email', 'description', 'notes',
] as const; // prettier-ignore

const SORTS = [
  'Société', 'Atelier', 'Groupement', 'Établissements', 'Coopérative', 'Commune', 'Syndicat mixte',
  'Centre hospitalier', 'Laboratoire', 'Fabrique', 'Compagnie', 'Association', 'Agence', 'Institut',
]; // prettier-ignore
const TRADES = [
  'de la propreté', 'des équipements médicaux', 'du numérique', 'd’ingénierie', 'de l’énergie',
  'du bâtiment durable', 'des mobilités', 'de restauration', 'd’impression', 'des transports',
  'de l’eau', 'du textile', 'de sécurité', 'd’éclairage', 'de l’innovation',
]; // prettier-ignore
const FIRST = [
  'Bé', 'Cau', 'Dun', 'Esc', 'Fla', 'Gau', 'Hé', 'Lam', 'Mar', 'Noy', 'Œu', 'Pé', 'Quiè', 'Rou',
  'Sain', 'Tour', 'Val', 'Wam', 'Ya', 'Zu',
]; // prettier-ignore
const MIDDLE = ['bri', 'deau', 'fran', 'gni', 'lier', 'mon', 'nette', 'pré', 'ssan', 'vé'];
const LAST = ['court', 'ville', 'gny', 'mont', 'sart', 'bourg', 'lieu', 'champ', 'val', 'son'];
const COMMUNES = [
  ['59350', 'Lille', '59000', '59'], ['59512', 'Roubaix', '59100', '59'],
  ['59599', 'Tourcoing', '59200', '59'], ['59009', 'Villeneuve-d’Ascq', '59650', '59'],
  ['59183', 'Dunkerque', '59140', '59'], ['59606', 'Valenciennes', '59300', '59'],
  ['62041', 'Arras', '62000', '62'], ['62119', 'Béthune', '62400', '62'],
  ['62160', 'Boulogne-sur-Mer', '62200', '62'], ['62427', 'Hénin-Beaumont', '62110', '62'],
  ['62765', 'Saint-Omer', '62500', '62'], ['80021', 'Amiens', '80000', '80'],
  ['80001', 'Abbeville', '80100', '80'], ['02408', 'Laon', '02000', '02'],
  ['02691', 'Saint-Quentin', '02100', '02'], ['60057', 'Beauvais', '60000', '60'],
  ['60159', 'Compiègne', '60200', '60'], ['60175', 'Creil', '60100', '60'],
] as const; // prettier-ignore
const STREETS = [
  'rue de l’Abbé-Grégoire', 'avenue du Général-de-Gaulle', 'boulevard de la Liberté',
  'place de la République', 'rue des Écoles', 'chemin du Moulin', 'quai du Wault',
]; // prettier-ignore
const OFFERS = [
  'Capteurs de consommation pour bâtiments publics, avec suivi à distance',
  'Nettoyage sans produit chimique pour établissements de santé',
  'Plateforme d’analyse des marchés et de suivi des fournisseurs',
  'Mobilier fabriqué à partir de matériaux récupérés dans la région',
  'Accompagnement des acheteurs dans la rédaction du besoin',
  'Véhicules utilitaires électriques partagés entre services',
  'Traitement de l’eau par filtration naturelle',
  'Outil de dématérialisation des dossiers et archivage',
];
const STATES = [
  'À rappeler après la réunion du comité', 'Rencontrée lors de l’événement régional',
  'Références vérifiées', 'Première prise de contact, en attente d’une réponse',
  'Intéressée par un essai gratuit', 'Orientée vers la plateforme régionale',
]; // prettier-ignore
const KINDS = ['company', 'company', 'company', 'company', 'buyer', 'platform', 'institution'];

/** A generator of its own, so that the same rows come out on every machine and version. */
function dice(seed: number): (limit: number) => number {
  let state = seed + 0x9e3779b9;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function pick<T>(items: readonly T[], at: number): T {
  const found = items[at % items.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** Completes eight digits with their Luhn key. */
function sirenOf(index: number): string {
  const digits = String(10_000_000 + index);
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(at)) * (at % 2 === digits.length % 2 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Identifier of the record at this place, a valid UUID, the same in every run. */
export function idAt(index: number): string {
  return `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** The twelve values of the organisation at this place, as text without tabs or line breaks. */
export function valuesAt(index: number): string[] {
  const roll = dice(index);
  const proper = `${pick(FIRST, roll(97))}${pick(MIDDLE, roll(89))}${pick(LAST, roll(83))}`;
  const [communeCode, communeName, postalCode, departementCode] = pick(COMMUNES, roll(1 << 16));
  const slug = `${proper
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()}-${index}`;
  return [
    `${pick(SORTS, roll(1 << 16))} ${pick(TRADES, roll(1 << 16))} ${proper} ${index}`,
    pick(KINDS, roll(1 << 16)),
    sirenOf(index),
    `${1 + roll(240)} ${pick(STREETS, roll(1 << 16))}`,
    postalCode,
    communeCode,
    communeName,
    departementCode,
    `https://${slug}.example/accueil`,
    `contact@${slug}.example`,
    `${pick(OFFERS, roll(1 << 16))}. ${pick(OFFERS, roll(1 << 16))}.`,
    `${pick(STATES, roll(1 << 16))} (dossier ${roll(90_000)}, ${proper}).`,
  ];
}

/** A record from the file's twelve values. */
export function recordOf(values: readonly string[]): NewRecord<'organisation'> {
  return Object.fromEntries(
    FILLED.map((field, at) => [field, values[at]]),
  ) as unknown as NewRecord<'organisation'>; // the file holds these columns; the journal checks each value
}
