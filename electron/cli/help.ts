import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';
import { personFileFormats } from '#contract/contact.channels.ts';
import type { Translator } from '#platform/translate.ts';

import { selectionExports, selectionFormats } from './selection-exports.ts';
import { editionExports, editionKinds } from './edition-exports.ts';
import { eventExports, eventFormats } from './event-exports.ts';
import { DECISIONS, decisionFormats, meetingExports, meetingFormats } from './meeting-exports.ts';
import type { Command } from './command.ts';
import type { OptionName } from './options.ts';
import { argumentOf, commonOptions } from './options.ts';

const INDENT = '  ';

function optionText(name: OptionName, { t }: Translator): string {
  const argument = argumentOf(name);
  return argument === null ? `--${name}` : `--${name} ${t(`cli:argument.${argument}`)}`;
}

function usageLine(name: string, command: Command, words: Translator): string {
  return [
    name,
    ...command.arguments.map((argument) => words.t(`cli:argument.${argument}`)),
    ...command.required.map((option) => optionText(option, words)),
    ...command.optional.map((option) => `[${optionText(option, words)}]`),
  ].join(' ');
}

function twoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${INDENT}${left.padEnd(width)}${INDENT}${right}`);
}

function title(
  key:
    | 'usage'
    | 'commands'
    | 'options'
    | 'registers'
    | 'reports'
    | 'meetings'
    | 'selection'
    | 'events'
    | 'contacts',
  { t }: Translator,
) {
  return `\n${t(`cli:${key}Title`)}`;
}

function listed(names: readonly string[], words: Translator): string[] {
  return twoColumns(
    names.map((name) => [
      name,
      words.has(`registers:${name}.name`)
        ? words.t(`registers:${name}.name`)
        : words.t(`vocabulary:choice.reportEdition.kind.${name}`),
    ]),
  );
}

/** Help on everything. */
export function generalHelp(
  commands: Readonly<Record<string, Command>>,
  words: Translator,
): string {
  const { t } = words;
  return [
    t('cli:summary'),
    title('usage', words),
    ...Object.entries(commands).flatMap(([name, command]) => [
      `${INDENT}rapporteur ${usageLine(name, command, words)}`,
      `${INDENT}${INDENT}${INDENT}${t(`cli:command.${name}`)}`,
    ]),
    title('options', words),
    ...twoColumns(
      commonOptions.map((name) => [optionText(name, words), t(`cli:option.${name}`)] as const),
    ),
    title('reports', words),
    ...listed(reportNames, words),
    ...twoColumns(
      editionExports.map((name) => [
        name,
        words.t(`vocabulary:choice.reportEdition.kind.${editionKinds[name]}`),
      ]),
    ),
    `${INDENT}${t('cli:formats', { formats: documentFormats.join(' ') })}`,
    title('meetings', words),
    ...twoColumns(
      [
        ...meetingExports.map((name) => [name, meetingFormats(name)] as const),
        [DECISIONS, decisionFormats] as const,
      ].map(([name, formats]) => [
        name,
        t(`cli:meetingExport.${name}`, { formats: formats.join(' ') }),
      ]),
    ),
    title('selection', words),
    ...twoColumns(
      selectionExports.map((name) => [
        name,
        t(`cli:selectionExport.${name}`, { formats: selectionFormats(name).join(' ') }),
      ]),
    ),
    title('events', words),
    ...twoColumns(
      eventExports.map((name) => [
        name,
        t(`cli:eventExport.${name}`, { formats: eventFormats(name).join(' ') }),
      ]),
    ),
    title('contacts', words),
    ...twoColumns([
      ['vcard', t('cli:contactExport.vcard', { formats: 'vcf' })],
      ['person', t('cli:contactExport.person', { formats: personFileFormats.join(' ') })],
    ]),
    title('registers', words),
    ...listed(registerNames, words),
    `${INDENT}${t('cli:formats', { formats: spreadsheetFormats.join(' ') })}`,
    '',
    t('cli:exitCodes'),
    t('cli:moreHelp'),
  ].join('\n');
}

/** Help on one command. */
export function commandHelp(name: string, command: Command, words: Translator): string {
  const { t } = words;
  const options = [...command.required, ...command.optional, ...commonOptions];
  return [
    t(`cli:command.${name}`),
    title('usage', words),
    `${INDENT}rapporteur ${usageLine(name, command, words)}`,
    title('options', words),
    ...twoColumns(
      options.map((each) => [optionText(each, words), t(`cli:option.${each}`)] as const),
    ),
    '',
    t('cli:exitCodes'),
  ].join('\n');
}
