/** Why a template of the organisation cannot be used at all. */
export const templateErrors = {
  empty: 'Le modèle « {{fileName}} » est vide. Choisissez un autre fichier.',
  tooLarge:
    'Le modèle « {{fileName}} » dépasse {{limit}} Mo. Allégez ses images, ou choisissez un autre fichier.',
  notAZip:
    '« {{fileName}} » n’est pas un fichier {{wanted}}. Ouvrez-le dans votre logiciel de bureau et enregistrez-le dans ce format.',
  oldFormat:
    '« {{fileName}} » est dans un ancien format (DOC, DOT, PPT ou POT). Ouvrez-le et enregistrez-le au format {{wanted}}.',
  encrypted:
    'Le modèle « {{fileName}} » est protégé par un mot de passe. Retirez le mot de passe, enregistrez-le, puis choisissez-le de nouveau.',
  damaged:
    'Le modèle « {{fileName}} » est abîmé{{place}}. Ouvrez-le dans votre logiciel de bureau, enregistrez-le sous un autre nom et choisissez cette copie.',
  forged:
    'Le modèle « {{fileName}} » se contredit{{place}} : son contenu n’est pas celui qu’il annonce. Demandez un exemplaire sain à qui vous l’a donné.',
  bomb: 'Le modèle « {{fileName}} » se déplie en un contenu démesuré{{place}}. Par prudence, il n’est pas ouvert. Demandez un exemplaire sain.',
  wrongKind:
    '« {{fileName}} » n’est pas un modèle {{wanted}}. Choisissez un fichier {{wanted}}, ou placez celui-ci sur la ligne de son format.',
  missingPart:
    'Il manque une partie du modèle « {{fileName}} » : {{part}}. Ouvrez-le dans votre logiciel de bureau, enregistrez-le sous un autre nom et choisissez cette copie.',
  badXml:
    'Une partie du modèle « {{fileName}} » est illisible : {{part}}. Ouvrez-le dans votre logiciel de bureau, enregistrez-le sous un autre nom et choisissez cette copie.',
  forbiddenXml:
    'Une partie du modèle « {{fileName}} » déclare des raccourcis de texte interdits : {{part}}. Par prudence, il n’est pas ouvert. Demandez un exemplaire sain.',
  strict:
    '« {{fileName}} » est enregistré au format « Strict Open XML ». Ouvrez-le et enregistrez-le au format ordinaire {{wanted}}.',
} as const;
