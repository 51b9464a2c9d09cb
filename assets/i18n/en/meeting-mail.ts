import type { meetingMail as french } from '#i18n/fr/meeting-mail.ts';
import type { Translated } from '#i18n/translated.ts';

/** What the messages about meetings say; nothing in them is sent by the program itself. */
export const meetingMail: Translated<typeof french> = {
  greeting: 'Hello,',
  closing: 'Kind regards,',
  fact: '{{label}}: {{value}}',
  excuse: 'If you cannot attend, please reply and name who will represent you.',
  decisions: 'Decisions:',
  actions: 'Actions:',
  due: '{{title}} – due: {{due}}',
  convocation: {
    subject: 'Invitation: {{title}}, {{when}}',
    opening:
      'You are invited to the meeting “{{title}}”. The agenda is attached, with an invitation for your calendar.',
  },
  update: {
    postponed: 'It was first meant for {{day}}.',
    subject: 'Update: {{title}}, {{when}}',
    opening:
      'The invitation to the meeting “{{title}}” has changed. This is what holds now; the attached invitation updates your calendar.',
  },
  cancellation: {
    reason: 'Reason: {{reason}}',
    subject: 'Cancelled: {{title}}, {{when}}',
    opening:
      'The meeting “{{title}}” is cancelled. The attached invitation removes it from your calendar.',
  },
  minutes: {
    subject: 'Minutes: {{title}}, {{when}}',
    opening: 'Please find attached the minutes of the meeting “{{title}}” ({{when}}).',
  },
  reminder: {
    fileName: 'Reminder – {{name}}',
    subject_one: 'Reminder: {{count}} action',
    subject_many: 'Reminder: {{count}} actions',
    subject_other: 'Reminder: {{count}} actions',
    greeting: 'Hello {{name}},',
    opening_one: 'One action of yours is still open:',
    opening_many: '{{count}} actions of yours are still open:',
    opening_other: '{{count}} actions of yours are still open:',
    asking: 'Please say where they stand, or what holds them up.',
  },
  category: {
    event: 'Event',
    milestone: 'Milestone',
    deliverable: 'Deliverable',
    action: 'Action',
    call: 'Call',
  },
};
