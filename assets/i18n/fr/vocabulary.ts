import { choices } from './vocabulary.choices.ts';
import { entityNames } from './vocabulary.entities.ts';
import { actorFields } from './vocabulary.fields-actors.ts';
import { steeringFields } from './vocabulary.fields-steering.ts';
import { workFields } from './vocabulary.fields-work.ts';

/** The words of the domain: kinds of records, their columns, values, rules and reasons of change. */
export const vocabulary = {
  entity: entityNames,
  field: { ...actorFields, ...workFields, ...steeringFields },
  choice: choices,
  rule: {
    required: 'Ce champ est obligatoire : indiquez une valeur.',
    tooLong: 'Ce texte est trop long : raccourcissez-le.',
    tooSmall: 'Ce nombre est trop petit : indiquez un nombre plus grand.',
    tooLarge: 'Ce nombre est trop grand : indiquez un nombre plus petit.',
    invalidNumber: 'Ce n’est pas un nombre : indiquez un nombre, par exemple 12 ou 12,5.',
    invalidDate:
      'Cette date n’existe pas : indiquez une date du calendrier, par exemple 09/05/2017.',
    invalidDateTime: 'Cette date et heure n’existent pas : indiquez par exemple 09/05/2017 14:30.',
    invalidTime: 'Cette heure n’existe pas : indiquez une heure entre 00:00 et 23:59.',
    invalidChoice: 'Cette valeur n’est pas dans la liste : choisissez une des valeurs proposées.',
    invalidId: 'Cette fiche n’est pas reconnue : choisissez-la dans la liste.',
    invalidSiren: 'Ce numéro SIREN est faux : indiquez ses 9 chiffres et vérifiez-les.',
    invalidSiret: 'Ce numéro SIRET est faux : indiquez ses 14 chiffres et vérifiez-les.',
    siretOfAnotherSiren:
      'Ce SIRET n’appartient pas à ce SIREN : ses 9 premiers chiffres doivent être le SIREN.',
    onlyBuyersHaveAKind:
      'Seul un acheteur public a un type d’acheteur : videz ce champ ou choisissez la nature « Acheteur public ».',
    endsBeforeItBegins: 'La fin précède le début : indiquez une fin égale ou postérieure au début.',
    exactlyOneBody:
      'Un mandat s’exerce dans une seule instance : choisissez soit le groupe de travail, soit un sous-groupe, soit un comité.',
    quotaReversed:
      'Le maximum est inférieur au minimum : indiquez un maximum au moins égal au minimum.',
    refusalNeedsAReason:
      'Une réponse écartée ou non retenue doit être motivée : choisissez un motif d’écartement ou rédigez-en un.',
    negativeWeight: 'Le poids d’un critère ne peut pas être négatif : indiquez zéro ou plus.',
    scaleReversed:
      'Le haut de l’échelle doit dépasser le bas : indiquez une note maximale plus grande.',
    scoreOrAbstention: 'Indiquez une note ou une abstention, et l’une des deux seulement.',
    linkToItself: 'Une fiche ne peut pas être liée à elle-même : choisissez une autre fiche.',
    unknownField: 'Ce champ n’existe pas pour ce type de fiche : retirez-le.',
    unknownColumn: 'Cette colonne n’existe pas dans ce registre : choisissez-en une autre.',
    invalid: 'Cette valeur n’est pas acceptée : corrigez-la.',
  },
  /** What an operation did, by its key in the journal. */
  reason: {
    create: 'Ajout : $t(vocabulary:entity.{{table}}.one)',
    update: 'Modification : $t(vocabulary:entity.{{table}}.one)',
    updateMany: 'Modification groupée : $t(vocabulary:entity.{{table}}.other) ({{count}})',
    remove: 'Suppression : $t(vocabulary:entity.{{table}}.other) ({{count}})',
    undo: 'Annulation ($t(vocabulary:deed.{{of}}))',
    redo: 'Rétablissement ($t(vocabulary:deed.{{of}}))',
    example: 'Chargement du groupe d’exemple',
    handOver: 'Succession : $t(vocabulary:entity.{{table}}.one)',
    import: 'Import d’un fichier',
    merge: 'Fusion de fiches',
  },
  /** The same, in a word, for an operation that another one undoes or does again. */
  deed: {
    create: 'ajout',
    update: 'modification',
    updateMany: 'modification groupée',
    remove: 'suppression',
    undo: 'annulation',
    redo: 'rétablissement',
    example: 'chargement du groupe d’exemple',
    handOver: 'succession',
    import: 'import',
    merge: 'fusion',
  },
} as const;
