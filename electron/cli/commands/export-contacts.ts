import { basename } from 'node:path';

import { personFileFormats } from '#contract/contact.channels.ts';
import { isId } from '#domain/ids.ts';
import { exportPersonFile } from '#services/person-file.ts';
import { exportVcards } from '#services/vcards.ts';

import { checkedDay } from '../check-values.ts';
import { chosenList, localToday } from '../chosen-list.ts';
import type { CliOutcome, CliRequest } from '../command.ts';
import type { OptionName } from '../options.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';
import { numberText } from '../words.ts';

/** What `export` writes of people, beside reports and registers. */
export const contactExports = ['vcard', 'person'] as const;
export type ContactExport = (typeof contactExports)[number];

/** Options of `export` that only these take. */
export const contactOptions = ['list', 'at', 'person'] as const satisfies readonly OptionName[];

const allowed: Readonly<Record<ContactExport, readonly OptionName[]>> = {
  vcard: ['list', 'at'],
  person: ['person'],
};

export const contactFormats: Readonly<Record<ContactExport, readonly string[]>> = {
  vcard: ['vcf'],
  person: personFileFormats,
};

function exportedVcard(request: CliRequest): Promise<CliOutcome> {
  const { words } = request;
  const path = request.path(request.required('out'));
  const wanted = request.value('list');
  const at = checkedDay(request, 'at');
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const list = wanted === null ? null : chosenList(session.reader, request, wanted);
    const cards = await exportVcards(session, path, {
      people: list === null ? { everyone: true } : { definition: list.definition },
      today: at ?? localToday(),
      translate: words.t,
    });
    return {
      json: { export: 'vcard', list: list?.name ?? null, path, cards },
      text:
        cards === 0
          ? words.t('cli:exportedNothing', { path })
          : words.t('cli:exportedCards', { path, cards: numberText(cards, words) }),
    };
  });
}

function exportedPerson(request: CliRequest, wanted: string): Promise<CliOutcome> {
  const { io, words } = request;
  const path = request.path(request.required('out'));
  const id = request.value('person');
  if (id === null) throw new UsageError('missingOption', { option: '--person' });
  if (!isId(id)) throw new UsageError('invalidId', { value: id });
  const format = personFileFormats.find((known) => known === wanted) ?? 'html';
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const bytes = await exportPersonFile(session, path, {
      id,
      format,
      words,
      store: basename(session.path),
      generatedAt: new Date().toISOString(),
      printPdf: io.printPdf,
    });
    return {
      json: { export: 'person', id, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}

/** Contact cards, or all that the store holds about one person. @throws UsageError */
export function exportContacts(request: CliRequest, name: ContactExport): Promise<CliOutcome> {
  const format = request.required('format').toLowerCase();
  const known = contactFormats[name];
  if (!known.includes(format)) {
    throw new UsageError('unknownFormat', { name, format, known: known.join(', ') });
  }
  const foreign = [...contactOptions, 'year', 'group', 'with-id'] as const;
  for (const option of foreign) {
    if (request.isSet(option) && !allowed[name].includes(option)) {
      throw new UsageError('notOfExport', { option: `--${option}`, name });
    }
  }
  return name === 'vcard' ? exportedVcard(request) : exportedPerson(request, format);
}
