/** What a selection refuses. */
export const selectionErrors = {
  reasonMissing:
    'Un refus doit être motivé. Rien n’a été changé : rédigez le motif, ou choisissez un motif d’écartement.',
  exclusionReasonMissing:
    'Une réponse n’est écartée que pour un motif de la liste. Rien n’a été changé : choisissez le motif d’écartement.',
  outcomeImpossible:
    'La phase « {{phase}} » ne donne pas cette issue. Rien n’a été changé : choisissez une des issues qu’elle prévoit.',
  movesRefused:
    'Des réponses ne peuvent pas recevoir cette issue ({{count}}) : {{numbers}}. Rien n’a été changé : retirez-les, ou passez outre pour elles seules.',
  released:
    'Cette décision est annoncée : elle ne se modifie plus. Rien n’a été changé : enregistrez une dérogation motivée.',
  notReleased:
    'Cette décision n’est pas encore annoncée : modifiez-la directement, sans dérogation.',
  exceptionWithoutChange:
    'La dérogation donne l’issue déjà décidée. Rien n’a été changé : choisissez une autre issue.',
  otherCall:
    'Ces éléments relèvent d’un autre AMI. Rien n’a été changé : choisissez-les dans celui-ci.',
  withdrawn:
    'L’entreprise s’est désistée de cette réponse. Rien n’a été changé : annulez d’abord le désistement.',
  duplicate:
    'Cette réponse est le doublon d’une autre. Rien n’a été changé : traitez l’autre, ou levez d’abord le doublon.',
  duplicateLoop:
    'Une réponse ne peut pas être le doublon d’elle-même ni d’un doublon. Rien n’a été changé : choisissez la réponse à garder.',
  reserveChanged:
    'La liste complémentaire a changé entre-temps. Rien n’a été reclassé : vérifiez-la et recommencez.',
  nothingToRelease:
    'La phase « {{phase}} » n’a aucune décision à annoncer : prenez d’abord ses décisions.',
  releaseWarnings:
    'La phase « {{phase}} » n’est pas prête ({{pending}} en attente, {{kept}} retenues). Rien n’a été annoncé : complétez-la, ou confirmez l’annonce.',
  methodEmpty: 'Cette sélection n’a pas de phase. Ajoutez au moins un tri ou un comité.',
  methodSamePosition: 'Deux phases occupent la même place : {{phase}}. Donnez à chacune sa place.',
  methodDeadEnd:
    'La phase « {{phase}} » envoie à la phase suivante, mais il n’y en a pas. Ajoutez-la, ou choisissez une issue finale.',
  methodUnreachable:
    'Aucune issue ne mène à la phase « {{phase}} ». Faites-y mener une phase précédente, ou supprimez-la.',
  methodCircular:
    'Ces phases ne se suivent pas dans un ordre possible : {{phases}}. Rien n’a été changé : chaque phase suit une seule autre, sans tourner en rond.',
  methodReleased:
    'La phase « {{phase}} » a déjà annoncé des décisions : elle ne se supprime plus et garde sa place et ses issues. Rien n’a été changé.',
} as const;
