import { writeFileInto } from '#platform/streamed-file.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes, styledHtml } from '#services/house-style/write.ts';
import { buildReport, listReports, reportFile } from '#services/reports.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = 'reports:list' | 'reports:preview' | 'reports:pdf' | 'reports:export';

export const reportHandlers: StoreHandlers<Channels> = {
  'reports:list': ({ reader }) => listReports(reader),
  'reports:preview': async ({ reader, path }, request, { language, translate }) => {
    const model = buildReport(reader, { ...request, language, translate });
    const style = await documentStyle({ db: reader, path }, request.groupId);
    return {
      html: styledHtml(model, style, { hasPressableFigures: true }),
      title: model.meta.title,
    };
  },
  'reports:pdf': async ({ reader, path }, request, context) => {
    const { language, translate, printPdf, signal } = context;
    context.progress('compose', 0, 2);
    const model = buildReport(reader, { ...request, language, translate });
    signal.throwIfAborted();
    context.progress('print', 1, 2);
    const style = await documentStyle({ db: reader, path }, request.groupId);
    const bytes = await styledBytes(() => model, 'pdf', { style, printPdf });
    return { bytes: new Uint8Array(bytes), title: model.meta.title };
  },
  'reports:export': async (session, { grant, ...request }, context) => {
    const { reader } = session;
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const style = await documentStyle({ db: reader, path: session.path }, request.groupId);
    const options = { language, translate, printPdf, style };
    const bytes = await reportFile(reader, { ...request, ...options });
    signal.throwIfAborted();
    context.progress('write', 1, 2);
    await writeFileInto(path, (sink) => sink(bytes));
    return { bytes: bytes.length };
  },
};
