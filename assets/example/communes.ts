/** Where a commune lies; codes from the official geographical code of INSEE. */
export interface Commune {
  readonly communeCode: string;
  readonly communeName: string;
  readonly postalCode: string;
  readonly departementCode: string;
  readonly regionCode: string;
}

const hautsDeFrance = '32';

const commune = (
  communeName: string,
  communeCode: string,
  postalCode: string,
  regionCode = hautsDeFrance,
): Commune => ({
  communeCode,
  communeName,
  postalCode,
  departementCode: communeCode.slice(0, 2),
  regionCode,
});

/** Communes in which the example places its actors. */
export const communes = {
  lille: commune('Lille', '59350', '59000'),
  roubaix: commune('Roubaix', '59512', '59100'),
  tourcoing: commune('Tourcoing', '59599', '59200'),
  villeneuveDAscq: commune('Villeneuve-d’Ascq', '59009', '59650'),
  dunkerque: commune('Dunkerque', '59183', '59140'),
  valenciennes: commune('Valenciennes', '59606', '59300'),
  douai: commune('Douai', '59178', '59500'),
  cambrai: commune('Cambrai', '59122', '59400'),
  maubeuge: commune('Maubeuge', '59392', '59600'),
  loos: commune('Loos', '59360', '59120'),
  marcq: commune('Marcq-en-Barœul', '59378', '59700'),
  armentieres: commune('Armentières', '59017', '59280'),
  hazebrouck: commune('Hazebrouck', '59295', '59190'),
  denain: commune('Denain', '59172', '59220'),
  lens: commune('Lens', '62498', '62300'),
  arras: commune('Arras', '62041', '62000'),
  calais: commune('Calais', '62193', '62100'),
  boulogne: commune('Boulogne-sur-Mer', '62160', '62200'),
  bethune: commune('Béthune', '62119', '62400'),
  lievin: commune('Liévin', '62510', '62800'),
  saintOmer: commune('Saint-Omer', '62765', '62500'),
  heninBeaumont: commune('Hénin-Beaumont', '62427', '62110'),
  amiens: commune('Amiens', '80021', '80000'),
  abbeville: commune('Abbeville', '80001', '80100'),
  peronne: commune('Péronne', '80620', '80200'),
  albert: commune('Albert', '80016', '80300'),
  beauvais: commune('Beauvais', '60057', '60000'),
  compiegne: commune('Compiègne', '60159', '60200'),
  creil: commune('Creil', '60175', '60100'),
  senlis: commune('Senlis', '60612', '60300'),
  laon: commune('Laon', '02408', '02000'),
  saintQuentin: commune('Saint-Quentin', '02691', '02100'),
  soissons: commune('Soissons', '02722', '02200'),
  chateauThierry: commune('Château-Thierry', '02168', '02400'),
  paris: commune('Paris', '75056', '75011', '11'),
  lyon: commune('Lyon', '69123', '69003', '84'),
  nantes: commune('Nantes', '44109', '44000', '52'),
  reims: commune('Reims', '51454', '51100', '44'),
  rouen: commune('Rouen', '76540', '76000', '28'),
  bordeaux: commune('Bordeaux', '33063', '33000', '75'),
  rennes: commune('Rennes', '35238', '35000', '53'),
  strasbourg: commune('Strasbourg', '67482', '67000', '44'),
} as const satisfies Readonly<Record<string, Commune>>;

export type CommuneKey = keyof typeof communes;
