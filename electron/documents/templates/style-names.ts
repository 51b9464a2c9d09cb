/**
 * Names under which an organisation may have a style that the program writes with. Office keeps built-in
 * names in English whatever its language, but other programs and hands write them in French.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  'heading 1': ['titre 1', 'titre niveau 1', 'heading1', 'titre1'],
  'heading 2': ['titre 2', 'titre niveau 2', 'heading2', 'titre2'],
  'heading 3': ['titre 3', 'titre niveau 3', 'heading3', 'titre3'],
  title: ['titre', 'titre principal', 'titre du document', 'titre document'],
  subtitle: ['sous-titre', 'sous titre'],
  caption: ['légende', 'legende'],
  'list paragraph': ['paragraphe de liste'],
  'list bullet': ['liste à puces', 'liste a puces', 'puce 1', 'puces'],
  'list bullet 2': ['liste à puces 2', 'liste a puces 2', 'puce 2'],
  'list bullet 3': ['liste à puces 3', 'liste a puces 3', 'puce 3'],
  'toc heading': [
    'en-tête de table des matières',
    'titre de table des matières',
    'contents heading',
  ],
  'toc 1': ['tm 1', 'table des matières 1', 'table des matières niveau 1', 'contents 1'],
  'toc 2': ['tm 2', 'table des matières 2', 'table des matières niveau 2', 'contents 2'],
  'toc 3': ['tm 3', 'table des matières 3', 'contents 3'],
  'footnote text': ['note de bas de page', 'texte de note de bas de page', 'footnote'],
  'footnote reference': ['appel note de bas de p.', 'appel de note de bas de page'],
  hyperlink: ['lien hypertexte', 'lien internet', 'internet link'],
  quote: ['citation', 'quotations', 'citations'],
  lead: ['chapeau', 'chapô', 'introduction'],
  'box title': ['titre encadré', 'titre d’encadré'],
  'box text': ['texte encadré', 'texte d’encadré', 'encadré'],
  'cell text': ['texte tableau', 'texte de tableau', 'table contents', 'contenu de tableau'],
  'table heading': ['titre de tableau', 'en-tête de tableau'],
  'key figure': ['chiffre clé', 'chiffre-clé'],
  'key figure label': ['légende chiffre clé', 'libellé chiffre clé'],
  'text body': ['body text', 'corps de texte', 'texte de corps'],
  'strong emphasis': ['strong', 'élevé', 'accentuation forte', 'emphase forte'],
  emphasis: ['accentuation', 'emphase'],
  header: ['en-tête'],
  footer: ['pied de page'],
};

/** A name to compare by. */
export const foldName = (name: string): string =>
  name.toLowerCase().replace(/['’]/gu, '’').replace(/_20_/gu, ' ').replace(/\s+/gu, ' ').trim();

/** Names that stand for a style, the ordinary one first. */
export const namesFor = (name: string): readonly string[] => {
  const folded = foldName(name);
  const direct = synonyms[folded];
  if (direct !== undefined) return [folded, ...direct];
  const main = Object.keys(synonyms).find((key) => synonyms[key]?.includes(folded) === true);
  return main === undefined ? [folded] : [folded, main, ...(synonyms[main] ?? [])];
};
