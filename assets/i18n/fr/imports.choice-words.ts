const workStatus = {
  upcoming:
    'prévu|à faire|planifié|programmé|non commencé|non démarré|à lancer|pas commencé|à débuter|futur',
  underWay:
    'en cours de réalisation|démarré|commencé|lancé|en traitement|engagé|partiellement réalisé|wip',
  done: 'fait|terminé|clos|clôturé|achevé|fini|livré|validé|atteint|remis|soldé|effectué|ok',
  paused: 'suspendu|en attente|en suspens|gelé|reporté|différé|stand-by',
  abandoned: 'annulé|supprimé|sans suite|arrêté|retiré',
  blocked: 'en difficulté|bloquant|empêché',
  toDiscuss: 'à débattre|à arbitrer|à valider|à voir|en discussion|à confirmer',
} as const;

const buyerKind = {
  state:
    'État|ministère|services de l’État|FPE|fonction publique d’État|administration centrale|préfecture|service déconcentré|opérateur de l’État|établissement public de l’État|rectorat|université|direction régionale',
  localAuthority:
    'collectivité territoriale|collectivité locale|FPT|fonction publique territoriale|commune|mairie|ville|département|conseil départemental|région|conseil régional|EPCI|métropole|communauté de communes|communauté d’agglomération|communauté urbaine|syndicat mixte|intercommunalité|SDIS|CCAS',
  hospital:
    'hôpital|hospitalier|CHU|CH|centre hospitalier|GHT|FPH|fonction publique hospitalière|établissement de santé|EHPAD|groupement hospitalier',
  other: 'autre|autres|divers|bailleur social|association|centrale d’achat|SEM|SPL',
} as const;

/** Other words for the values of closed lists, by `table.field.value`, joined by `|`. */
export const choiceWords = {
  organisation: {
    kind: {
      buyer:
        'acheteur|acheteuse|acheteur public|collectivité|établissement public|donneur d’ordre|entité publique|administration|acheteurs',
      company:
        'entreprise|société|start-up|startup|PME|TPE|ETI|jeune pousse|fournisseur|entreprise privée|SAS|SARL|entreprises innovantes',
      platform: 'plateforme|plate-forme|plateforme régionale|PFRA|plateforme régionale des achats',
      institution:
        'institutionnel|partenaire|partenaire institutionnel|association|chambre consulaire|CCI|agence|organisme|pôle de compétitivité|pôle|réseau|fédération|observatoire',
    },
    buyerKind,
  },
  need: {
    buyerKind,
  },
  person: {
    civility: {
      madam: 'Mme|Mlle|Mademoiselle|F|femme|féminin|Mme.',
      sir: 'M.|Mr|H|homme|masculin|Monsieur.',
    },
  },
  mandate: {
    role: {
      rapporteur: 'rapporteuse|rapporteure|rapporteurs|rapporteur du sous-groupe',
      coRapporteur:
        'corapporteur|co-rapporteuse|corapporteuse|co-rapporteure|co-rapporteurs|rapporteur adjoint|rapporteuse adjointe|vice-rapporteur|second rapporteur',
      lead: 'pilote|copilote|co-pilote|animateur|animatrice|chef-de-file|coordinateur|coordinatrice|référent|référente|responsable',
      member:
        'membre|participant|participante|titulaire|suppléant|suppléante|contributeur|contributrice|invité|expert',
      secretariat: 'secrétaire|secrétariat technique|secrétariat général',
      chair: 'président|présidente|présidence|vice-président|vice-présidente|co-président',
    },
  },
  meeting: {
    kind: {
      plenary:
        'plénière|réunion plénière|séance plénière|assemblée plénière|GT plénier|réunion du groupe',
      subGroup: 'sous-groupe|sous-groupe thématique|SGT|réunion de sous-groupe|atelier',
      committee: 'comité|comité de pilotage|COPIL|commission|comité technique|COTECH|jury|bureau',
      eventPreparation:
        'préparation|préparation d’événement|réunion préparatoire|préparation du salon',
    },
    status: {
      draft: 'brouillon|projet|à organiser|en préparation|prévue|à venir',
      convened: 'convoquée|convocation envoyée|programmée|planifiée|confirmée',
      underWay: 'en cours|en séance',
      toValidate: 'à valider|compte rendu à valider|en validation',
      validated: 'validée|compte rendu validé|closes|clôturée',
      held: 'tenue|passée|réalisée|effectuée|faite|terminée',
      cancelled: 'annulée|supprimée|reportée sine die',
    },
  },
  decision: {
    status: {
      adopted: 'adoptée|approuvée|validée|acceptée|votée|favorable|actée',
      rejected: 'rejetée|refusée|défavorable|non adoptée',
      deferred: 'reportée|ajournée|différée|renvoyée',
      superseded: 'remplacée|annulée|caduque|abrogée',
    },
  },
  actionItem: {
    status: workStatus,
  },
  milestone: {
    status: workStatus,
  },
  deliverable: {
    kind: {
      roadmap: 'feuille de route|FDR|plan d’action',
      writtenContribution:
        'contribution|contribution écrite|note|écrit|fiche|texte|note de cadrage',
      presentation: 'présentation|diaporama|support de présentation|diapositives|exposé',
      report: 'rapport|compte rendu|étude|bilan|synthèse|livre blanc',
    },
    status: workStatus,
  },
  application: {
    maturity: {
      idea: 'idée|concept|stade de l’idée|étude|conception|recherche',
      prototype: 'prototype|POC|preuve de concept|maquette|démonstrateur|MVP',
      pilot: 'pilote|expérimentation|en test|premiers clients|pré-série|test terrain',
      marketed:
        'commercialisé|commercialisée|sur le marché|en vente|déployé|industrialisé|produit fini|mature',
    },
  },
} as const;
