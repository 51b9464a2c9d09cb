import { findRecords } from '#services/search.ts';

import type { Command } from '../command.ts';
import { reading } from '../store.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';

const MAXIMUM_RESULTS = 100;
const IDENTIFIER_WIDTH = 36;

export const search: Command = {
  arguments: ['text'],
  required: ['store'],
  optional: [],
  run: (request) => {
    const { words } = request;
    const text = request.argument('text').trim();
    if (text === '') throw new UsageError('emptyText');
    return reading(request, ({ reader }) => {
      const results = findRecords(reader, text, MAXIMUM_RESULTS);
      const table = textTable(
        [
          { label: words.t('cli:column.kind') },
          { label: words.t('cli:column.label'), width: 60 },
          { label: words.t('cli:column.detail') },
          { label: words.t('cli:column.id'), width: IDENTIFIER_WIDTH },
        ],
        results.map(({ table, label, detail, id }) => [
          words.t(`vocabulary:entity.${table}.one`),
          label,
          detail,
          id,
        ]),
      );
      return {
        json: { text, results },
        text:
          results.length === 0
            ? words.t('cli:nothingFound', { text })
            : `${words.t('cli:found', { text, total: results.length })}\n\n${table}`,
      };
    });
  },
};
