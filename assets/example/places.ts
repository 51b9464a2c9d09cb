import type { Place } from '#example/builder.ts';

const synthesis = (locator: string): Place => ['synthesis', locator];
const restitution = (locator: string): Place => ['restitution', locator];

/** As-of days of the two documents: what each says is true at its day. */
export const midYear = '2017-06-30';
export const yearEnd = '2017-12-31';

/** Parts of the two documents, as citations name them. */
export const places = {
  title: synthesis('Page de titre'),
  scope: synthesis('Objectifs du groupe de travail – Périmètre'),
  objectives: synthesis('Objectifs du groupe de travail – Objectifs'),
  findings: synthesis('Objectifs du groupe de travail – Premiers constats'),
  strategy: synthesis('Objectifs du groupe de travail – Stratégie'),
  structure: synthesis('Structuration des travaux – Organisation'),
  subGroupObjectives: synthesis('Structuration des travaux – Objectif'),
  subGroupDeliverables: synthesis('Structuration des travaux – Livrable'),
  deliverables: synthesis('Avancée des travaux sur le 1er semestre 2017 – Livrables réalisés'),
  activities: synthesis('Avancée des travaux sur le 1er semestre 2017 – Actions menées'),
  phases: synthesis('Avancée des travaux sur le 1er semestre 2017 – Méthodologie de sélection'),
  prospects: synthesis('Perspectives pour le 2e semestre 2017'),
  cover: restitution('Page de titre et plan'),
  objectives2017: restitution('1.1. Objectifs 2017'),
  indicators: restitution('1.2. Indicateur(s) retenu(s)'),
  results: restitution('2. Résultats pour 2017'),
  resultSubGroups: restitution('2.1. Mise en place de sous-groupes thématiques'),
  resultEvent: restitution('2.2. Événement INNOV’EMBER'),
  resultReport: restitution('2.3. Livraison d’un rapport sur commande'),
  buyerBarriers: restitution('3. Freins identifiés – côté acheteurs'),
  companyBarriers: restitution('3. Freins identifiés – côté entreprises'),
  remedies: restitution('4. Solutions retenues pour lever ces freins'),
  objectives2018: restitution('5. Objectifs retenus pour 2018'),
  closing: restitution('Page finale – Pour toute information'),
} as const;
