import { writeTemplate } from '#services/import/template.ts';

import { checkedImportRegister } from '../check-values.ts';
import type { Command } from '../command.ts';
import { assertNoStore } from '../output-file.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['xlsx', 'ods'] as const;

export const template: Command = {
  arguments: ['register'],
  required: ['format', 'out'],
  optional: [],
  run: async (request) => {
    const { author, words } = request;
    const register = checkedImportRegister(request);
    const wanted = request.required('format').toLowerCase();
    const format = formats.find((known) => known === wanted);
    if (format === undefined) {
      const known = formats.join(', ');
      throw new UsageError('unknownFormat', { name: register, format: wanted, known });
    }
    const path = request.path(request.required('out'));
    assertNoStore(path, request);
    const { language } = words;
    const { bytes } = await writeTemplate(path, { register, format, language, author });
    return { json: { register, format, path, bytes }, text: words.t('cli:exported', { path }) };
  },
};
