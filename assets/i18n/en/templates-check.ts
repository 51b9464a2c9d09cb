import type { templatesCheck as french } from '#i18n/fr/templates-check.ts';
import type { Translated } from '#i18n/translated.ts';

/** What a template of the organisation lacks, or carries that documents do without. */
export const templatesCheck = {
  reading: 'Reading the template…',
  complete: 'Nothing is missing: documents take every style of this template.',
  count_one: '{{count}} remark',
  count_other: '{{count}} remarks',
  unusable: 'This template cannot be used. Documents keep the look of the house style.',
  accent: 'Colour taken: {{color}}',
  fonts: 'Font taken: {{font}}',
  mark: 'To keep a cover or notices of the template around the report, write {{mark}} where the report is to stand.',
  severity: {
    warning: 'To be corrected',
    info: 'For information',
  },
  places: {
    styles: 'Styles',
    body: 'Text of the template',
    page: 'Page',
    header: 'Header or footer',
    settings: 'Settings of the file',
    file: 'File',
    outline: 'Numbering of headings',
    slides: 'Slides of the template',
    cover: 'Layout “Title slide”',
    content: 'Layout “Title and content”',
    divider: 'Layout “Section header”',
    layout: 'Layout “{{name}}”',
    style: 'Style “{{name}}”',
  },
  lacks: {
    style: {
      what: 'The template does not have this style.',
      consequence: 'It is added in the font and colour of the template.',
    },
    ownStyles: {
      what: 'The template does not have the styles of reports (boxes, key figures, steps…).',
      consequence:
        'They are added in the font and colour of the template; you can define them there under these names: {{names}}.',
    },
    tableStyle: {
      what: 'The template has no table style with a header row.',
      consequence: 'Tables take that of the program, in the colour of the template.',
    },
    noTheme: {
      what: 'The template has no theme.',
      consequence: 'The colours of the program are kept.',
    },
    noPage: {
      what: 'The template says nothing of the page.',
      consequence: 'Documents are A4 with margins of 25 mm.',
    },
    columns: {
      what: 'The text of the template is in {{count}} columns.',
      consequence: 'Reports are set in one column: tables and charts need it.',
    },
    narrow: {
      what: 'The page leaves only {{width}} mm to the text.',
      consequence: 'Wide tables will be tight. Reduce the margins of the template.',
    },
    bodyIgnored: {
      what: 'The template contains text.',
      consequence:
        'This text is not taken over, for want of the mark that says where the report stands.',
    },
    macros: {
      what: 'The template contains macros or commands.',
      consequence: 'They are taken out of documents.',
    },
    external: {
      what: 'The template fetches something from outside the file: {{target}}.',
      consequence: 'This link is cut. Embed the picture or the text in the template.',
    },
    embedded: {
      what: 'The template contains an object of another program.',
      consequence: 'The object is taken out. Replace it by a picture.',
    },
    field: {
      what: 'A field {{field}} fetches another file.',
      consequence: 'This field is emptied.',
    },
    protection: {
      what: 'The template is protected against changes.',
      consequence: 'Documents are not, so that they can be edited.',
    },
    revisions: {
      what: 'The template tracks changes.',
      consequence: 'Documents do not track them.',
    },
    layout: {
      what: 'The template does not have this layout.',
      consequence: 'The nearest one is taken instead.',
    },
    noTitle: {
      what: 'This layout keeps no place for the title.',
      consequence: 'The title is put at the top of the slide.',
    },
    noBody: {
      what: 'This layout keeps no place for content.',
      consequence: 'The content is put under the title.',
    },
    noFooter: {
      what: 'This layout has no footer.',
      consequence: 'Slides have none.',
    },
    noNumber: {
      what: 'This layout has no slide number.',
      consequence: 'Slides are not numbered.',
    },
    smallBody: {
      what: 'The place for content is too small for a table or a chart.',
      consequence: 'Content takes all the room under the title.',
    },
    masterPage: {
      what: 'The template has no page style.',
      consequence: 'Documents take the ordinary page of your program, without header.',
    },
    outline: {
      what: 'The headings of the template are not numbered.',
      consequence: 'The numbering of the program (1, 1.1, 1.1.1) is added.',
    },
    slidesIgnored: {
      what: 'The template contains slides ({{count}}).',
      consequence: 'They are not taken over: only layouts are.',
    },
  },
} as const satisfies Translated<typeof french>;
