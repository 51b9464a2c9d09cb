/** The committee: conflicts, scoring kits, what comes back of them, and how scores become a ranking. */
export const committee = {
  period: {
    both: 'du {{from}} au {{to}}',
    since: 'depuis le {{from}}',
    until: 'jusqu’au {{to}}',
  },
  /** Why a member may not be impartial, as things are and as they were. */
  conflict: {
    contact: {
      now: 'Porte la réponse pour le candidat',
      past: 'A porté la réponse pour le candidat',
    },
    affiliation: {
      now: 'Travaille pour le candidat, {{organisation}}',
      past: 'A travaillé pour le candidat, {{organisation}}',
    },
    linkedAffiliation: {
      now: 'Travaille pour {{organisation}}, structure liée au candidat',
      past: 'A travaillé pour {{organisation}}, structure liée au candidat',
    },
    mandate: {
      now: 'Siège au nom du candidat, {{organisation}} : {{body}}',
      past: 'A siégé au nom du candidat, {{organisation}} : {{body}}',
    },
    linkedMandate: {
      now: 'Siège au nom de {{organisation}}, structure liée au candidat : {{body}}',
      past: 'A siégé au nom de {{organisation}}, structure liée au candidat : {{body}}',
    },
    seat: {
      now: '{{organisation}} occupe un siège de ce comité',
      past: '{{organisation}} occupe un siège de ce comité, dont ce membre ne relève plus',
    },
    partner: {
      now: '{{organisation}} est partenaire de l’appel',
      past: '{{organisation}} est partenaire de l’appel, dont ce membre ne relève plus',
    },
  },
  /** The scoring kit that each member is given. */
  kit: {
    fileName: '{{phase}} – {{member}} – version {{version}}',
    fileTitle: '{{phase}} – {{member}}',
    scoreSheet: 'Notation',
    readingSheet: 'Réponses à lire',
    guideSheet: 'Mode d’emploi',
    identifier: 'Identifiant',
    number: 'N°',
    organisation: 'Structure',
    title: 'Titre',
    summary: 'Résumé',
    place: 'Commune',
    offer: 'Solution proposée',
    subject: 'Rubrique',
    content: 'Contenu',
    abstention: 'Abstention',
    comment: 'Commentaire',
    scale: 'de {{min}} à {{max}}',
    scoreHelp: '{{criterion}} : une note {{scale}}. Laissez vide si vous ne notez pas.',
    scoreRefusal: 'Indiquez un nombre {{scale}}, ou laissez la case vide.',
    abstentionHelp:
      'Choisissez {{yes}} si vous ne vous prononcez pas : les critères laissés vides sont alors comptés en abstention.',
    abstentionRefusal: 'Choisissez {{yes}}, ou laissez la case vide.',
    guideTitle: 'Dossier de notation',
    call: 'Appel',
    phase: 'Phase',
    member: 'Membre du comité',
    version: 'Version',
    madeOn: 'Préparé le',
    deadline: 'À rendre le',
    howTo: 'Comment faire',
    steps: {
      scores:
        'Dans la feuille « Notation », donnez une note à chaque réponse et à chaque critère. Seules les cases colorées se remplissent.',
      abstention:
        'Vous ne vous prononcez pas sur une réponse : choisissez « Oui » dans la colonne « Abstention ». Une case laissée vide sans abstention compte comme une note manquante.',
      comment: 'Le commentaire explique votre note au comité. Il est lu avec elle.',
      reading: 'La feuille « Réponses à lire » donne ce que les candidats ont répondu.',
      return:
        'Enregistrez ce fichier dans le même format et renvoyez-le au secrétariat du comité, sans le partager avec les autres membres.',
    },
    criterion: 'Critère',
    meaning: 'Ce qu’il mesure',
    scaleHeading: 'Échelle',
    weight: 'Poids',
    share: '{{share}} %',
  },
  /** What is told of files that come back. */
  returns: {
    refusal: {
      unreadable: '{{message}}',
      notAKit:
        'Ce fichier n’est pas un dossier de notation : choisissez celui que le membre a reçu et rempli.',
      newerFormat:
        'Ce dossier de notation vient d’une version plus récente de Rapporteur : mettez Rapporteur à jour.',
      otherStore:
        'Ce dossier de notation a été préparé avec une autre base : ouvrez-la pour reprendre ses notes.',
      unknownKit:
        'Ce dossier de notation n’est pas connu ici, ou sa préparation a été annulée : préparez-en un nouveau.',
      otherCall:
        'Ce dossier de notation est celui d’un autre appel : « {{call}} ». Reprenez-le depuis cet appel.',
      otherPhase:
        'Ce dossier de notation est celui d’une autre phase : « {{phase}} ». Reprenez-le depuis cette phase.',
      forged:
        'L’empreinte de ce fichier ne correspond pas au dossier préparé : demandez au membre le fichier qu’il a reçu.',
    },
    warning: {
      olderKit:
        'Version {{version}}, alors que la version {{newest}} a été préparée depuis : vérifiez que le membre n’en renvoie pas une autre.',
      sameFile: 'Ce fichier a déjà été repris le {{day}}.',
      noIdentity:
        'La feuille cachée a disparu : le dossier est reconnu, son empreinte ne peut pas être vérifiée.',
      missingColumn: 'La colonne du critère « {{criterion}} » a disparu : ses notes manquent.',
      criterionChanged:
        'Le critère « {{criterion}} » a changé depuis : ses notes sont vérifiées avec l’échelle d’aujourd’hui.',
      notAMember: '{{name}} n’est plus membre du comité à cette date.',
    },
    altered_one: 'Réponse modifiée depuis la préparation du dossier : n° {{numbers}}.',
    altered_many: 'Réponses modifiées depuis la préparation du dossier : n° {{numbers}}.',
    altered_other: 'Réponses modifiées depuis la préparation du dossier : n° {{numbers}}.',
    problem: {
      notANumber: '« {{shown}} » n’est pas une note : rien n’est repris de cette case.',
      notAnAbstention:
        '« {{shown}} » n’est pas une abstention : rien n’est repris de cette ligne laissée vide.',
      outOfScale: '{{shown}} est hors de l’échelle : rien n’est repris de cette case.',
      recused: 'Ce membre s’est déporté de cette réponse : rien n’est repris de cette ligne.',
      unknownApplication:
        'Cette réponse n’est pas dans le dossier remis à ce membre : rien n’est repris de cette ligne.',
      notInPhase:
        'Cette réponse n’est plus dans la phase, par désistement ou nouvelle décision : rien n’est repris de cette ligne.',
      unknownCriterion: 'Ce critère n’est pas, ou plus, celui de la phase : rien n’est repris.',
      repeatedRow: 'Cette réponse figure deux fois dans le fichier : la première ligne compte.',
      commentWithoutScore:
        'Ce commentaire n’accompagne ni note ni abstention : il n’est pas repris.',
    },
    said: { abstention: 'Abstention', nothing: 'Rien' },
    comment: 'Commentaire',
  },
  /** How the ranking was worked out, for the minutes of the committee. */
  method: {
    criteria: 'Les réponses sont notées selon {{list}}.',
    criterion: '{{name}} (poids {{share}} %, {{scale}})',
    mean: 'La note d’une réponse est la moyenne de toutes les notes données, chacune comptée avec le poids de son critère.',
    median:
      'La note d’une réponse est la médiane des totaux des membres, chaque total étant la moyenne pondérée des critères que le membre a notés.',
    scale: 'Les résultats sont exprimés {{scale}}.',
    gaps: 'Les abstentions, les notes manquantes et les notes données malgré un déport ne comptent pas.',
    normalised:
      'La sévérité de chaque membre est d’abord corrigée : l’écart qu’un ajustement aux moindres carrés attribue au membre, à réponses égales, est retiré de ses totaux.',
    notNormalised: 'La sévérité des membres est affichée, sans être corrigée.',
    ties: 'À note égale, passe devant la réponse la mieux notée sur le critère de plus fort poids, puis sur les suivants, puis celle dont la {{other}} est la plus haute ; sinon les réponses restent à égalité.',
    other: { mean: 'médiane', median: 'moyenne' },
    members_one: 'Un membre a noté {{applications}} réponses.',
    members_many: '{{count}} membres ont noté {{applications}} réponses.',
    members_other: '{{count}} membres ont noté {{applications}} réponses.',
    members_zero: 'Aucun membre n’a encore noté.',
    recusals_zero: 'Aucun déport n’a été enregistré.',
    recusals_one: 'Un déport a été enregistré ; le membre n’a pas reçu cette réponse.',
    recusals_many:
      '{{count}} déports ont été enregistrés ; les membres n’ont pas reçu ces réponses.',
    recusals_other:
      '{{count}} déports ont été enregistrés ; les membres n’ont pas reçu ces réponses.',
    ignored_one: 'Une note n’a pas été comptée : déport, ou note hors de l’échelle.',
    ignored_many: '{{count}} notes n’ont pas été comptées : déport, ou note hors de l’échelle.',
    ignored_other: '{{count}} notes n’ont pas été comptées : déport, ou note hors de l’échelle.',
  },
  /** What stands in the way of scoring, or of a ranking. */
  obstacle: {
    noCriteria: 'Cette phase n’a pas de critère : ajoutez-en un avant de noter.',
    noWeight: 'La somme des poids des critères est nulle : donnez un poids à l’un d’eux.',
    noCommittee: 'Cette phase n’a pas de comité : choisissez-en un.',
    noMembers: 'Le comité n’a aucun membre en fonction à cette date : ajoutez des mandats.',
    noApplications:
      'Aucune réponse n’est arrivée dans cette phase : libérez les décisions de la phase précédente.',
    silentMember: '{{name}} n’a encore donné aucune note.',
    unscored_one: 'Une réponse n’a aucune note.',
    unscored_many: '{{count}} réponses n’ont aucune note.',
    unscored_other: '{{count}} réponses n’ont aucune note.',
  },
} as const;
