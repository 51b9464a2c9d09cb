/** What the messages about meetings say; nothing in them is sent by the program itself. */
export const meetingMail = {
  greeting: 'Bonjour,',
  closing: 'Bien cordialement,',
  fact: '{{label}} : {{value}}',
  excuse: 'En cas d’empêchement, merci de répondre en indiquant qui vous représente.',
  decisions: 'Décisions :',
  actions: 'Actions à mener :',
  due: '{{title}} – échéance : {{due}}',
  convocation: {
    subject: 'Convocation : {{title}}, {{when}}',
    opening:
      'Vous êtes convié à la réunion « {{title}} ». L’ordre du jour est joint, avec une invitation pour votre agenda.',
  },
  update: {
    postponed: 'Elle était d’abord prévue le {{day}}.',
    subject: 'Mise à jour : {{title}}, {{when}}',
    opening:
      'La convocation à la réunion « {{title}} » a changé. Voici ce qui vaut désormais ; l’invitation jointe met votre agenda à jour.',
  },
  cancellation: {
    reason: 'Motif : {{reason}}',
    subject: 'Annulation : {{title}}, {{when}}',
    opening: 'La réunion « {{title}} » est annulée. L’invitation jointe la retire de votre agenda.',
  },
  minutes: {
    subject: 'Compte rendu : {{title}}, {{when}}',
    opening: 'Vous trouverez ci-joint le compte rendu de la réunion « {{title}} » ({{when}}).',
  },
  reminder: {
    fileName: 'Relance – {{name}}',
    subject_one: 'Rappel : {{count}} action à mener',
    subject_many: 'Rappel : {{count}} actions à mener',
    subject_other: 'Rappel : {{count}} actions à mener',
    greeting: 'Bonjour {{name}},',
    opening_one: 'Une action à votre charge reste ouverte :',
    opening_many: '{{count}} actions à votre charge restent ouvertes :',
    opening_other: '{{count}} actions à votre charge restent ouvertes :',
    asking: 'Merci d’indiquer où elles en sont, ou ce qui les retient.',
  },
  category: {
    event: 'Événement',
    milestone: 'Jalon',
    deliverable: 'Livrable',
    action: 'Action à mener',
    call: 'Appel',
  },
} as const;
