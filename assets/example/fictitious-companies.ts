import type { CommuneKey } from '#example/communes.ts';

export type Segment = 'health' | 'intellectual' | 'digital' | 'real-estate';

/**
 * What became of a response: excluded by one of the three reasons of the triage, not retained or put
 * in reserve by the committee, withdrawn after it, called up from the reserve list, or at the event
 * with a pitch or a stand.
 */
export type Fate =
  | 'notMarketed'
  | 'notForPublicSector'
  | 'outsideRegion'
  | 'notRetained'
  | 'reserve'
  | 'withdrawn'
  | 'calledUp'
  | 'pitch'
  | 'stand';

export type FictitiousCompany = readonly [
  name: string,
  commune: CommuneKey,
  segment: Segment,
  fate: Fate,
  offer: string,
];

/** Responses of the first half-year: the documents count 79 at mid-year. Every name is invented. */
// oxfmt-ignore
export const companiesByMidYear: readonly FictitiousCompany[] = [
  ['Orfeltine Santé', 'loos', 'health', 'pitch', 'Pilulier connecté pour le circuit du médicament en EHPAD'],
  ['Brévanel Numérique', 'lille', 'digital', 'pitch', 'Parapheur électronique simplifié pour petites collectivités'],
  ['Quervisse Bâtiment', 'roubaix', 'real-estate', 'stand', 'Isolation intérieure mince en fibres de lin'],
  ['Talomence Conseil', 'lille', 'intellectual', 'notRetained', 'Accompagnement à l’évaluation des politiques d’achat'],
  ['Lusquidor', 'villeneuveDAscq', 'digital', 'stand', 'Numérisation de registres anciens avec relecture assistée'],
  ['Menthravel', 'amiens', 'health', 'notMarketed', 'Capteur de chute sans caméra pour chambres d’hôpital'],
  ['Ostrévine Énergie', 'valenciennes', 'real-estate', 'pitch', 'Suivi des consommations des bâtiments par sous-comptage sans fil'],
  ['Carvenoy Études', 'arras', 'intellectual', 'stand', 'Diagnostic partagé des usages d’un équipement public'],
  ['Pixambrelle', 'tourcoing', 'digital', 'notForPublicSector', 'Filtres d’images pour boutiques en ligne'],
  ['Douvrance Médical', 'lens', 'health', 'stand', 'Traçabilité du linge hospitalier par étiquette lavable'],
  ['Solvirane', 'nantes', 'digital', 'outsideRegion', 'Standard téléphonique à commande vocale'],
  ['Bétumance', 'dunkerque', 'real-estate', 'notRetained', 'Béton de réemploi pour aménagements extérieurs'],
  ['Herquinelle', 'saintOmer', 'intellectual', 'notRetained', 'Ateliers de conception avec les usagers'],
  ['Verlinoux Data', 'lille', 'digital', 'pitch', 'Visualisation ouverte des données de la commande publique'],
  ['Apalutine', 'beauvais', 'health', 'notRetained', 'Texture de repas adaptée aux troubles de la déglutition'],
  ['Tricambe', 'compiegne', 'real-estate', 'notMarketed', 'Peinture indiquant l’humidité des murs'],
  ['Fontevrel Services', 'douai', 'digital', 'stand', 'Accueil dématérialisé des usagers en langue des signes'],
  ['Novembrique', 'bethune', 'real-estate', 'stand', 'Brique de terre crue pour cloisons intérieures'],
  ['Ascaluze Formation', 'lille', 'intellectual', 'pitch', 'Formation des acheteurs par jeu de simulation d’achat'],
  ['Mirevanche', 'calais', 'digital', 'notRetained', 'Application de signalement sur la voirie'],
  ['Lysombre Santé', 'lille', 'health', 'pitch', 'Coordination des sorties d’hospitalisation à domicile'],
  ['Kerdhuine', 'rennes', 'real-estate', 'outsideRegion', 'Bardage en algues compressées'],
  ['Grivelotte', 'maubeuge', 'digital', 'notForPublicSector', 'Programme de fidélité pour restaurants'],
  ['Axomare Ingénierie', 'cambrai', 'real-estate', 'notRetained', 'Inspection de toitures par drone captif'],
  ['Pelvandre', 'marcq', 'intellectual', 'notRetained', 'Cartographie des compétences d’un service'],
  ['Dorsaline Plus', 'armentieres', 'health', 'withdrawn', 'Aide au transfert des patients sans portage'],
  ['Cybermance Nord', 'lille', 'digital', 'stand', 'Sensibilisation des agents à l’hameçonnage'],
  ['Tourbelance', 'abbeville', 'real-estate', 'notRetained', 'Toiture végétalisée à substrat local'],
  ['Ripalène', 'soissons', 'digital', 'notMarketed', 'Transcription automatique des conseils municipaux'],
  ['Ondelorme', 'loos', 'health', 'stand', 'Désinfection des chambres par lumière pulsée'],
  ['Jalonneix', 'saintQuentin', 'intellectual', 'notRetained', 'Assistance à la rédaction de clauses environnementales'],
  ['Salvatige Habitat', 'lievin', 'real-estate', 'stand', 'Kit de rénovation de salle de bains adaptée'],
  ['Escalbrune', 'villeneuveDAscq', 'digital', 'notRetained', 'Gestion des salles et du matériel communal'],
  ['Thermivoire', 'denain', 'real-estate', 'notForPublicSector', 'Poêle décoratif pour résidences individuelles'],
  ['Médulane', 'amiens', 'health', 'notRetained', 'Suivi nutritionnel des résidents par pesée des plateaux'],
  ['Galuchance', 'lyon', 'intellectual', 'outsideRegion', 'Audit de maturité numérique'],
  ['Numéricaude', 'lille', 'digital', 'stand', 'Guichet unique de demandes de subvention'],
  ['Bruyandre', 'hazebrouck', 'real-estate', 'notRetained', 'Panneaux acoustiques en textile recyclé'],
  ['Claristère', 'roubaix', 'digital', 'pitch', 'Rédaction de documents faciles à lire et à comprendre'],
  ['Patrisole', 'boulogne', 'health', 'notMarketed', 'Semelle mesurant la marche des patients'],
  ['Ferrandoux Conseil', 'lille', 'intellectual', 'stand', 'Analyse du coût complet des achats'],
  ['Abricelle', 'laon', 'digital', 'notRetained', 'Archivage électronique mutualisé'],
  ['Rénovaltine', 'heninBeaumont', 'real-estate', 'notRetained', 'Diagnostic thermique de façades par image aérienne'],
  ['Hospitude', 'lille', 'health', 'notRetained', 'Orientation des visiteurs dans l’hôpital'],
  ['Zéphyrose', 'reims', 'health', 'outsideRegion', 'Humidificateur d’air médical'],
  ['Tissandrel', 'tourcoing', 'health', 'reserve', 'Tenue professionnelle anti-projections réutilisable'],
  ['Voltigerne', 'creil', 'digital', 'notForPublicSector', 'Plateforme de paris entre amis'],
  ['Semaphorine', 'dunkerque', 'digital', 'notRetained', 'Affichage légal électronique autonome'],
  ['Ménalque Études', 'lille', 'intellectual', 'notMarketed', 'Simulation de l’effet d’un allotissement sur les petites entreprises'],
  ['Pierrelune Bois', 'senlis', 'real-estate', 'stand', 'Classe modulaire en bois démontable'],
  ['Cordivance', 'valenciennes', 'health', 'notRetained', 'Télésurveillance de l’insuffisance cardiaque'],
  ['Octaverne', 'lille', 'digital', 'calledUp', 'Aide au remplissage du document unique de marché'],
  ['Isolambre', 'peronne', 'real-estate', 'notMarketed', 'Enduit isolant à base de coquilles'],
  ['Lignécourt', 'arras', 'intellectual', 'notRetained', 'Médiation entre acheteurs et fournisseurs'],
  ['Sonarêve', 'paris', 'health', 'outsideRegion', 'Casque apaisant pour soins dentaires'],
  ['Paperluche', 'lille', 'digital', 'notMarketed', 'Assistant de lecture des cahiers des charges'],
  ['Drainova Nord', 'armentieres', 'real-estate', 'notRetained', 'Revêtement de cour drainant'],
  ['Végédouce', 'albert', 'health', 'notForPublicSector', 'Compléments alimentaires pour sportifs'],
  ['Convergelle', 'roubaix', 'intellectual', 'stand', 'Animation de groupements d’achat entre communes'],
  ['Cartolune', 'lille', 'digital', 'notRetained', 'Cartographie participative des besoins du territoire'],
  ['Élévatix Accès', 'bethune', 'real-estate', 'pitch', 'Rampe d’accès repliable pour établissements recevant du public'],
  ['Stérilune', 'loos', 'health', 'notRetained', 'Conteneur de stérilisation avec témoin intégré'],
  ['Alvéolande', 'strasbourg', 'real-estate', 'outsideRegion', 'Panneau porteur en carton alvéolaire'],
  ['Mobilienne', 'amiens', 'digital', 'notRetained', 'Partage de véhicules de service entre administrations'],
  ['Audacelle', 'lille', 'intellectual', 'notForPublicSector', 'Recrutement de commerciaux pour jeunes pousses'],
  ['Gériatech Lys', 'hazebrouck', 'health', 'notMarketed', 'Compagnon vocal pour résidents isolés'],
  ['Luminordre', 'lens', 'real-estate', 'notRetained', 'Éclairage intérieur piloté par la présence'],
  ['Facturelle', 'villeneuveDAscq', 'digital', 'stand', 'Dépôt assisté des factures électroniques'],
  ['Chantelaure', 'chateauThierry', 'intellectual', 'notRetained', 'Recueil de la satisfaction des occupants'],
  ['Respirelle', 'calais', 'real-estate', 'stand', 'Mesure de la qualité de l’air des crèches'],
  ['Odonance', 'saintQuentin', 'health', 'notRetained', 'Hygiène bucco-dentaire itinérante en EHPAD'],
  ['Brodicom', 'lille', 'digital', 'notForPublicSector', 'Personnalisation de cadeaux d’affaires'],
  ['Maçonelle', 'douai', 'real-estate', 'notMarketed', 'Mortier posé par bras articulé'],
  ['Tempoline', 'marcq', 'digital', 'notRetained', 'Planification des interventions de maintenance'],
  ['Ergonaute', 'lille', 'intellectual', 'reserve', 'Étude ergonomique des postes par capteurs'],
  ['Bulladour', 'compiegne', 'health', 'notForPublicSector', 'Bain à remous pour résidences de vacances'],
  ['Fluvianelle', 'rouen', 'intellectual', 'outsideRegion', 'Étude de report vers le transport fluvial'],
  ['Sécurielle', 'beauvais', 'digital', 'reserve', 'Coffre-fort numérique des entreprises candidates'],
  ['Briquenoy', 'maubeuge', 'real-estate', 'notRetained', 'Tri des déchets de chantier au pied du bâtiment'],
];

/** Responses of the second half-year: the documents count 90 in all at its end. */
// oxfmt-ignore
export const companiesAfterMidYear: readonly FictitiousCompany[] = [
  ['Vocalierre', 'lille', 'digital', 'stand', 'Sous-titrage en direct des réunions publiques'],
  ['Nutrévale', 'arras', 'health', 'notRetained', 'Commande de repas en circuit court pour hôpitaux'],
  ['Toitureva', 'cambrai', 'real-estate', 'notRetained', 'Récupération d’eau de pluie en toiture existante'],
  ['Plumenave', 'bordeaux', 'digital', 'outsideRegion', 'Signature de convocations par tablette'],
  ['Amarédience', 'boulogne', 'intellectual', 'stand', 'Veille sur les solutions innovantes par famille d’achat'],
  ['Glycéronde', 'lille', 'health', 'notMarketed', 'Pansement indicateur de cicatrisation'],
  ['Parquelance', 'soissons', 'real-estate', 'notForPublicSector', 'Mobilier de jardin en série limitée'],
  ['Registrelle', 'denain', 'digital', 'notRetained', 'Registre d’accessibilité en ligne'],
  ['Soinvalle', 'lievin', 'health', 'pitch', 'Télé-expertise des plaies pour EHPAD'],
  ['Dialogance', 'tourcoing', 'intellectual', 'stand', 'Préparation du sourçage et des rencontres avec les fournisseurs'],
  ['Chauvermeil', 'laon', 'real-estate', 'notMarketed', 'Chaudière à granulés de déchets verts'],
];
