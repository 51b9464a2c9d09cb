import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page's size in points, as it is shown. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A PDF opened to be shown. */
export interface PdfReader {
  readonly sizes: readonly PageSize[];
  /** Draws a page; `scale` is pixels of the canvas to a point. Rejects when `signal` aborts. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement>;
  /** The words of a page, for those who do not see it. */
  textOf(page: number): Promise<string>;
  close(): void;
}

/** The library, fetched when pages are first looked at. */
async function load() {
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  return pdf;
}

let library: ReturnType<typeof load> | null = null;

const sizeOf = (page: PDFPageProxy): PageSize => {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
};

function readerOf(pdf: PDFDocumentProxy, sizes: readonly PageSize[]): PdfReader {
  return {
    sizes,
    async draw(number, scale, signal) {
      const page = await pdf.getPage(number);
      signal.throwIfAborted();
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      const task = page.render({ canvas, viewport });
      const stop = (): void => task.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await task.promise;
      } finally {
        signal.removeEventListener('abort', stop);
      }
      return canvas;
    },
    async textOf(number) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      return items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim();
    },
    close() {
      void pdf.loadingTask.destroy();
    },
  };
}

/** Opens a PDF in a worker of its own. Nothing of it is run, and nothing is fetched for it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfReader> {
  library ??= load();
  const { getDocument } = await library;
  const pdf = await getDocument({
    // The library keeps what it is given; what is cached must stay whole.
    data: bytes.slice(),
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    useWorkerFetch: false,
    verbosity: 0,
  }).promise;
  const sizes: PageSize[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    sizes.push(sizeOf(await pdf.getPage(number)));
  }
  return readerOf(pdf, sizes);
}
