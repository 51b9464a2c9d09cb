import type { templateErrors as french } from '#i18n/fr/errors.templates.ts';
import type { Translated } from '#i18n/translated.ts';

/** Why a template of the organisation cannot be used at all. */
export const templateErrors = {
  empty: 'The template “{{fileName}}” is empty. Choose another file.',
  tooLarge:
    'The template “{{fileName}}” is larger than {{limit}} MB. Make its pictures lighter, or choose another file.',
  notAZip:
    '“{{fileName}}” is not a {{wanted}} file. Open it in your office program and save it in that format.',
  oldFormat:
    '“{{fileName}}” is in an old format (DOC, DOT, PPT or POT). Open it and save it as {{wanted}}.',
  encrypted:
    'The template “{{fileName}}” is protected by a password. Remove the password, save it, then choose it again.',
  damaged:
    'The template “{{fileName}}” is damaged{{place}}. Open it in your office program, save it under another name and choose that copy.',
  forged:
    'The template “{{fileName}}” contradicts itself{{place}}: its content is not what it announces. Ask for a sound copy from whoever gave it to you.',
  bomb: 'The template “{{fileName}}” unfolds into an enormous content{{place}}. It was not opened, as a precaution. Ask for a sound copy.',
  wrongKind:
    '“{{fileName}}” is not a {{wanted}} template. Choose a {{wanted}} file, or put this one on the line of its format.',
  missingPart:
    'A part of the template “{{fileName}}” is missing: {{part}}. Open it in your office program, save it under another name and choose that copy.',
  badXml:
    'A part of the template “{{fileName}}” cannot be read: {{part}}. Open it in your office program, save it under another name and choose that copy.',
  forbiddenXml:
    'A part of the template “{{fileName}}” declares forbidden text shortcuts: {{part}}. It was not opened, as a precaution. Ask for a sound copy.',
  strict:
    '“{{fileName}}” is saved as “Strict Open XML”. Open it and save it in the ordinary {{wanted}} format.',
} as const satisfies Translated<typeof french>;
