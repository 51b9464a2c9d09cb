import { writeHtml } from '#documents/html.writer.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { buildReport, listReports, reportFile } from '#services/reports.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = 'reports:list' | 'reports:preview' | 'reports:export';

export const reportHandlers: StoreHandlers<Channels> = {
  'reports:list': ({ reader }) => listReports(reader),
  'reports:preview': async ({ reader }, request, { language, translate }) => {
    const model = buildReport(reader, { ...request, language, translate });
    const html = new TextDecoder().decode(await writeHtml(model));
    return { html, title: model.meta.title };
  },
  'reports:export': async ({ reader }, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const bytes = await reportFile(reader, { ...request, language, translate, printPdf });
    signal.throwIfAborted();
    context.progress('write', 1, 2);
    await writeFileInto(path, (sink) => sink(bytes));
    return { bytes: bytes.length };
  },
};
