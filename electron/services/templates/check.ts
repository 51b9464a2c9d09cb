import { AppError } from '#contract/errors.ts';
import type { TemplateReport } from '#contract/template.channels.ts';
import { cleanPackage } from '#documents/templates/clean.ts';
import { wordLook } from '#documents/templates/docx.look.ts';
import { WordTemplate } from '#documents/templates/docx.template.ts';
import { odtLook } from '#documents/templates/odt.look.ts';
import { OpcPackage } from '#documents/templates/opc.ts';
import { planSlides } from '#documents/templates/pptx.frame.ts';
import { SlideTemplate } from '#documents/templates/pptx.layouts.ts';
import { TemplateError } from '#documents/templates/template.ts';
import type {
  TemplateKind,
  TemplateLack,
  TemplateLook,
  TemplatePackage,
} from '#documents/templates/template.ts';
import { trialDocument } from '#documents/templates/trial.ts';
import { writeDocument } from '#documents/writers.ts';
import type { Translate } from '#platform/translate.ts';

import { openTemplate } from './open.ts';

/** A refusal in words: which file, what, where. */
function inWords(error: TemplateError, kind: TemplateKind, fileName: string): AppError {
  const part = error.details['part'];
  return new AppError(
    `template.${error.code}`,
    {
      ...error.details,
      fileName,
      wanted: kind.toUpperCase(),
      part: typeof part === 'string' ? part : '',
      place: typeof part === 'string' && part !== '' ? ` (${part})` : '',
    },
    { cause: error },
  );
}

const nobody = { title: '', subtitle: '', date: '', group: '', organisation: '', author: '' };

/** Reads what every use of a template reads, and gives its looks. @throws TemplateError */
function readThrough(template: TemplatePackage): TemplateLook {
  if (template.kind === 'odt') return odtLook(template);
  const pack = new OpcPackage(template.parts);
  cleanPackage(pack);
  if (template.kind === 'docx') {
    void new WordTemplate(pack, nobody);
    return wordLook(pack);
  }
  const slides = new SlideTemplate(pack);
  planSlides(slides);
  return slides.look;
}

/**
 * Refuses a file that cannot serve as a template of its kind, before it is kept.
 * @throws AppError `template.*`
 */
export function assertTemplate(kind: TemplateKind, bytes: Uint8Array, fileName: string): void {
  try {
    readThrough(openTemplate(kind, bytes));
  } catch (error) {
    throw error instanceof TemplateError
      ? inWords(error, kind, fileName)
      : inWords(new TemplateError('damaged', {}, { cause: error }), kind, fileName);
  }
}

/** What keeps documents from looking as the organisation meant. */
const SERIOUS: ReadonlySet<TemplateLack['code']> = new Set([
  'style',
  'tableStyle',
  'columns',
  'narrow',
  'external',
  'embedded',
  'field',
  'layout',
  'noTitle',
  'noBody',
  'smallBody',
  'masterPage',
]);

/** Where in the template, in words that a person finds again in the office. */
function placeOf({ code, place }: TemplateLack, t: Translate): string {
  const named = (key: string, name = ''): string => t(`templatesCheck:places.${key}`, { name });
  switch (code) {
    case 'style':
      return named('style', place);
    case 'layout':
      return named(place === 'cover' || place === 'divider' ? place : 'content');
    case 'noTitle':
    case 'noBody':
    case 'noFooter':
    case 'noNumber':
    case 'smallBody':
      return named('layout', place);
    case 'ownStyles':
    case 'tableStyle':
    case 'noTheme':
      return named('styles');
    case 'bodyIgnored':
      return named('body');
    case 'noPage':
    case 'columns':
    case 'narrow':
    case 'masterPage':
      return named('page');
    case 'outline':
      return named('outline');
    case 'slidesIgnored':
      return named('slides');
    case 'protection':
    case 'revisions':
      return named('settings');
    default:
      return /(?:header|footer)\d*\.xml$/u.test(place)
        ? `${named('header')} (${place})`
        : place === ''
          ? named('file')
          : `${named('file')} (${place})`;
  }
}

/**
 * Tries a template on a document with every kind of block, and tells what it lacks and where.
 * @throws AppError `template.*` when it cannot be used at all
 */
export async function checkTemplate(
  kind: TemplateKind,
  bytes: Uint8Array,
  {
    fileName,
    language,
    translate,
  }: { fileName: string; language: 'fr' | 'en'; translate: Translate },
): Promise<TemplateReport> {
  assertTemplate(kind, bytes, fileName);
  const template = openTemplate(kind, bytes);
  let lacks: readonly TemplateLack[] = [];
  let failure: TemplateError | null = null;
  await writeDocument(kind, trialDocument(language), {
    template,
    onTemplate: (outcome) => {
      if (outcome.isUsed) lacks = outcome.lacks;
      else failure = outcome.error;
    },
  });
  if (failure !== null) throw inWords(failure, kind, fileName);
  const look = readThrough(template);
  return {
    fileName,
    accent: look.accent,
    textFont: look.textFont,
    headingFont: look.headingFont,
    lacks: lacks
      .map((lack) => ({
        isSerious: SERIOUS.has(lack.code),
        place: placeOf(lack, translate),
        what: translate(`templatesCheck:lacks.${lack.code}.what`, { ...lack.params }),
        consequence: translate(`templatesCheck:lacks.${lack.code}.consequence`, { ...lack.params }),
      }))
      .toSorted((left, right) => Number(right.isSerious) - Number(left.isSerious)),
  };
}
