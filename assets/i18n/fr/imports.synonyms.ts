/** What columns of French sheets are headed by, beyond the names of the registers, joined by `|`. */
export const synonyms = {
  abstentions: 'abstention|nombre d’abstentions|se sont abstenus',
  acronym: 'acronyme|abréviation|nom court|nom abrégé|initiales',
  actionItem:
    'action|actions|tâche|à faire|relevé d’actions|libellé de l’action|intitulé de l’action|action décidée|suite à donner|quoi',
  address:
    'adresse postale|rue|voie|numéro et voie|adresse 1|adresse ligne 1|adresse du siège|siège social|siège|domiciliation|coordonnées postales',
  application:
    'candidature|dossier|projet|innovation|titre du projet|nom du projet|intitulé du projet|titre de la réponse|titre de la candidature|solution|solution proposée|offre|produit|intitulé de la solution',
  asOfOn:
    'date|à la date du|date de la mesure|date de mesure|date du relevé|date de valeur|constaté le|constatée le|arrêté au|situation au|mesuré le',
  author:
    'rédacteur|rédactrice|rédigé par|produit par|auteur du livrable|nom de l’auteur|rapporteur|responsable|responsable du livrable|pilote|porteur|contributeur',
  authorOrganisation:
    'structure auteur|organisme de l’auteur|structure productrice|structure du rédacteur|organisme rédacteur',
  body: 'sous-groupe|sous-groupe thématique|SGT|groupe|groupe de travail|GT|comité|commission|thématique|instance concernée|atelier|collège',
  budgetEuros:
    'budget|montant|montant estimé|budget estimé|enveloppe|coût|coût estimé|budget prévisionnel|budget en euros|montant en euros|budget HT|montant HT|montant prévisionnel',
  buyerKind:
    'type d’acheteur|catégorie d’acheteur|nature de l’acheteur|versant|fonction publique|sphère|type d’acheteur public|secteur',
  call: 'appel à manifestation d’intérêt|appel|appel à projets|AAP|appel à candidatures|consultation',
  civility: 'titre|genre|sexe|M./Mme|Mme/M.|formule d’appel|politesse|civ',
  communeCode: 'code commune|code INSEE|INSEE|code officiel géographique|COG',
  communeName:
    'ville|localité|commune du siège|nom de la commune|ville du siège|municipalité|bureau distributeur|lieu d’implantation',
  contactPersonId:
    'contact|nom du contact|personne à contacter|interlocuteur|référent|porteur|porteur du projet|personne référente',
  decidedOn: 'date|date de décision|décidé le|prise le|adoptée le|séance du',
  decision:
    'décision prise|libellé de la décision|intitulé de la décision|délibération|résolution|relevé de décisions',
  decisionStatus: 'état|avis|sort|résultat du vote|suite|vote',
  deliverable:
    'titre|titre du livrable|livrables|document|document attendu|production|production attendue|intitulé du livrable|nom du livrable|contribution',
  deliverableKind: 'type|type de livrable|nature du livrable|catégorie|format|genre de document',
  departementCode:
    'département|dépt|dpt|dept|dép|numéro de département|n° département|code département|code du département',
  description:
    'descriptif|présentation|détails|activité|activités|objet|contenu|résumé|description du besoin|objet social|précisions|à propos|domaine d’activité',
  detail:
    'détails|précisions|description|commentaire|commentaires|explications|observations|remarque|remarques|notes|note',
  doneOn:
    'fait le|réalisé le|réalisée le|date de réalisation|date de clôture|clos le|terminé le|date effective|date de fin réelle|soldé le|atteint le',
  dueOn:
    'date d’échéance|délai|date limite|pour le|à rendre le|date prévue|date butoir|échéance prévue|attendu le|date cible|date de remise prévue|avant le|quand|date de fin prévue',
  email:
    'e-mail|email|mail|adresse mail|adresse e-mail|adresse email|courriel|adresse courriel|adresse électronique|messagerie|mél|mel|courrier électronique|mail professionnel|adresse de messagerie',
  employer:
    'structure|organisme|organisation|établissement|société|entreprise|employeur|administration|entité|collectivité|service|direction|nom de la structure|structure d’appartenance|affiliation|structure de rattachement|raison sociale',
  endsAt: 'fin|heure de fin|jusqu’à|horaire de fin|fin de séance',
  eventId: 'événement|salon|manifestation|journée|rencontre',
  familyName:
    'nom de famille|nom d’usage|nom usuel|patronyme|nom du contact|nom de la personne|nom de naissance|nom du participant|nom du membre',
  fromOn:
    'du|date de début|début|depuis|depuis le|à compter du|à partir du|date d’entrée|début de mandat|date de prise de fonction|entrée en fonction|nommé le|nommée le|date de nomination|arrivée|date d’arrivée|date d’effet',
  fullName:
    'nom et prénom|nom prénom|prénom et nom|prénom nom|nom prénoms|contact|interlocuteur|nom de l’interlocuteur|participant|membre|représentant|personne|agent|identité|nom complet du contact|correspondant',
  function:
    'fonction exercée|poste|intitulé du poste|intitulé de la fonction|fonctions|qualité|emploi|métier|titre|statut|profession|responsabilité|grade',
  givenName: 'prénoms|prénom usuel|prénom du contact|prénom de la personne|petit nom',
  heldOn:
    'date de la réunion|date de réunion|date de séance|jour|tenue le|séance du|quand|date prévue|date de la séance',
  horizon:
    'échéance|calendrier|délai|à quelle échéance|horizon d’achat|date d’achat envisagée|quand|temporalité|date prévisionnelle|année prévue',
  id: 'identifiant|ID|référence interne|clé|identifiant Rapporteur|identifiant de la fiche',
  indicator:
    'nom de l’indicateur|libellé de l’indicateur|intitulé de l’indicateur|mesure|KPI|indicateur suivi|code indicateur|code de l’indicateur',
  isComplete: 'complet|dossier complet|réponse complète|complétude|recevable|dossier recevable',
  isFictitious: 'fictif|fictive|exemple|donnée fictive|donnée d’exemple|test',
  isMinimum: 'au moins|minimum|valeur minimale|plancher|estimation basse',
  isReserved: 'réservé|réservée|réservé au secrétariat|confidentiel|interne',
  maturity:
    'niveau de maturité|stade|stade de maturité|avancement|degré de maturité|stade de développement|TRL|état d’avancement du projet',
  meeting:
    'titre|réunion|titre de la réunion|intitulé de la réunion|nom de la réunion|séance|objet de la réunion|intitulé|libellé|rencontre',
  meetingKind: 'type|type de réunion|nature de la réunion|catégorie|format',
  meetingStatus: 'état|état de la réunion|statut de la réunion|avancement',
  method: 'méthode de calcul|mode de calcul|calcul|mode opératoire|méthodologie|règle de calcul',
  milestone: 'étape|jalons|intitulé du jalon|nom du jalon|livrable intermédiaire|titre du jalon',
  name: 'nom de la structure|nom de l’organisme|nom de l’organisation|nom de l’entreprise|nom de la société|nom de l’établissement|nom de l’acheteur|raison sociale|dénomination|dénomination sociale|dénomination usuelle|structure|organisme|organisation|entreprise|société|établissement|acheteur|intitulé|libellé|entité|collectivité|nom de la collectivité|nom commercial|enseigne',
  need: 'titre|intitulé du besoin|besoin exprimé|besoin identifié|objet du besoin|libellé du besoin|titre du besoin|besoin d’achat|projet d’achat|achat envisagé|expression de besoin|problématique|objet',
  note: 'remarque|remarques|commentaire|commentaires|observation|observations|notes|précisions|mention',
  notes:
    'remarque|remarques|commentaire|commentaires|observation|observations|note|à savoir|divers|informations complémentaires|mémo|suivi',
  number:
    'n°|no|num|numéro de dossier|n° de dossier|numéro de la réponse|numéro de candidature|n° de candidature|numéro d’ordre|réf|référence|n° d’ordre|rang',
  organisation:
    'organisme|organisation|entreprise|société|établissement|acheteur|nom de la structure|nom de l’organisme|nom de l’entreprise|raison sociale|entité|collectivité|candidat|soumissionnaire|fournisseur|employeur|administration|structure d’appartenance|structure représentée|dénomination|porteur|service',
  organisationKind:
    'type|type de structure|type d’organisme|catégorie|nature de la structure|statut|famille|profil|type d’acteur|catégorie d’acteur',
  parent:
    'structure mère|maison mère|rattachement|rattaché à|rattachée à|organisme de tutelle|tutelle|groupe|entité mère|structure parente|siège de rattachement|direction de rattachement|dépend de',
  period: 'période concernée|trimestre|mois|période prévue|semestre|calendrier|année',
  person:
    'nom|nom et prénom|prénom et nom|nom complet|agent|contact|titulaire|membre|représentant|participant|rapporteur|nom du représentant|interlocuteur|nom du membre|nom prénom|désigné|qui',
  phone:
    'tél|tel|téléphone fixe|téléphone portable|portable|mobile|numéro de téléphone|n° de téléphone|n° tél|tél. portable|tél. fixe|ligne directe|standard|téléphone professionnel|fixe|GSM|coordonnées téléphoniques',
  place:
    'lieu de réunion|lieu de la réunion|salle|endroit|adresse|site|où|emplacement|localisation',
  position: 'ordre|rang|n° d’ordre|numéro d’ordre|priorité|tri',
  postalCode: 'CP|code postal du siège|code post|cod. postal|C.P.',
  presentedOn:
    'présenté le|présentée le|présenté en plénière le|date de restitution|date de la présentation|restitué le',
  publishedAt:
    'publié sur|publié dans|lien|lien de publication|URL|adresse de publication|support de publication|où publié|lien vers le document',
  publishedOn:
    'publié le|publiée le|mis en ligne le|diffusé le|date de mise en ligne|date de diffusion|parution',
  purpose: 'ordre du jour|ODJ|sujet|sujets|objectif|thème|objet de la réunion|but|finalité|contenu',
  quarter: 'trimestre concerné|période|échéance trimestrielle|trimestre prévu',
  quorum: 'quorum requis|nombre minimal de présents',
  receivedOn:
    'reçu le|reçue le|date de dépôt|déposé le|déposée le|date de réponse|date|horodateur|date de candidature|réception|date d’arrivée|arrivé le|date de soumission|soumis le|date de saisie|date de remise',
  regionCode: 'région|code région|code de la région',
  remoteLink:
    'visio|lien visio|lien de connexion|visioconférence|lien de visioconférence|audioconférence|lien de la réunion',
  responsibleOrganisation:
    'structure responsable|organisme responsable|structure pilote|organisme pilote|structure chargée|entité responsable|service responsable|porteur institutionnel',
  responsiblePerson:
    'responsable de l’action|pilote|porteur|chargé de l’action|assigné à|attribué à|qui|référent|en charge|personne responsable|personne chargée|par qui|affecté à|acteur',
  roadmap: 'feuille de route concernée|plan d’action|plan d’actions|programme',
  role: 'rôle|fonction|qualité|mandat|responsabilité|rôle dans le groupe|statut|titre|type de mandat',
  segment:
    'segment|segment d’achat|famille d’achat|catégorie d’achat|domaine|domaine d’achat|thématique|secteur|filière|axe',
  segments:
    'segment|segment d’achat|familles d’achat|domaines|domaine|domaines d’achat|secteur|secteurs|filière|filières|thématiques|secteur d’activité|secteurs d’activité|catégories d’achat',
  siren: 'n° SIREN|numéro SIREN|num SIREN|code SIREN|SIREN de l’entreprise|identifiant SIREN|RCS',
  siret:
    'n° SIRET|numéro SIRET|num SIRET|code SIRET|SIRET du siège|SIRET de l’établissement|SIRET siège|identifiant SIRET|numéro d’établissement',
  source:
    'source de la donnée|document|document source|origine|origine de la donnée|provenance|référence|source documentaire|source',
  startsAt:
    'début|heure de début|heure|horaire|horaires|à partir de|heure de la réunion|début de séance',
  subGroup: 'sous-groupe thématique|SGT|sous groupe',
  summary:
    'résumé du projet|description|description du projet|synthèse|présentation|descriptif|présentation du projet|description de la solution|argumentaire',
  survey: 'recensement des besoins|enquête|campagne|sondage|questionnaire|collecte',
  tags: 'mots-clés|mots clés|tag|tags|étiquette|catégories|thèmes|marqueurs|qualificatifs',
  toOn: 'au|date de fin|fin|jusqu’au|fin de mandat|date de sortie|date de fin de fonction|sortie|départ|date de départ|échéance|fin de fonction|terme du mandat|échéance du mandat',
  validatedOn: 'validé le|validée le|date d’approbation|approuvé le|validation',
  value:
    'valeur constatée|valeur mesurée|résultat|chiffre|nombre|quantité|total|réalisé|mesure|valeur atteinte',
  version: 'n° de version|numéro de version|v.|révision',
  votesAgainst: 'contre|votes contre|nombre de voix contre',
  votesFor: 'pour|votes pour|nombre de voix pour|voix favorables',
  website:
    'site|site internet|site web|URL|adresse du site|page web|lien|site de l’entreprise|site institutionnel|adresse internet',
  workStatus:
    'état|état d’avancement|avancement|statut de l’action|situation|progression|statut du livrable|étape',
  workingGroup: 'GT|groupe|nom du groupe|groupe concerné',
} as const;
