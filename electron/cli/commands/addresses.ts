import { listAddresses } from '#services/distribution.ts';

import { chosenList, localToday } from '../chosen-list.ts';
import type { CliRequest, Command } from '../command.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';

const separators = { semicolon: ';', comma: ',' } as const;

function checkedSeparator({ value }: CliRequest): (typeof separators)['comma' | 'semicolon'] {
  const wanted = value('separator') ?? 'semicolon';
  if (wanted === 'semicolon' || wanted === 'comma') return separators[wanted];
  throw new UsageError('unknownSeparator', {
    name: wanted,
    known: Object.keys(separators).join(', '),
  });
}

/** The addresses of a distribution list, ready for a mail; whom they miss is said beside them. */
export const addresses: Command = {
  arguments: ['list'],
  required: ['store'],
  optional: ['at', 'separator', 'bare'],
  run: (request) => {
    const separator = checkedSeparator(request);
    const { words, io } = request;
    return reading(request, ({ reader }) => {
      const { name, definition } = chosenList(reader, request, request.argument('list'));
      const today = localToday();
      const withNames = !request.isSet('bare');
      const line = listAddresses(reader, definition, today, { separator, withNames });
      const missing = line.unreached.map(({ id, name: person, email }) => ({
        id,
        name: person,
        email,
      }));
      if (missing.length > 0 && !request.isSet('json')) {
        const people = missing.map((person) => person.name).join(', ');
        io.stderr(`${words.t('cli:unreached', { count: missing.length, people })}\n`);
      }
      return {
        json: {
          list: name,
          day: definition.onDay ?? today,
          count: line.count,
          addresses: line.text,
          missing,
        },
        text: line.text,
      };
    });
  },
};
