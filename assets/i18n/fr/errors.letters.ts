/** What is refused when letters about outcomes are made. */
export const letterErrors = {
  nothingToMake:
    'Aucune lettre à préparer : aucune de ces réponses n’a de décision annoncée. Annoncez d’abord les décisions, ou incluez celles qui sont provisoires.',
  incomplete:
    'Des lettres ne peuvent pas être remplies ({{count}}) : {{applications}}. Rien n’a été écrit : corrigez le modèle ou la réponse, ou laissez ces lettres de côté.',
} as const;
