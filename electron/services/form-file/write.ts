import type { FormBook } from '#interop/kit/form-book.ts';
import { writeFormOds } from '#interop/kit/form-ods.ts';
import { writeFormXlsx } from '#interop/kit/form-xlsx.ts';
import { writeFileInto } from '#platform/streamed-file.ts';

export type FormFormat = 'xlsx' | 'ods';

const writers = { xlsx: writeFormXlsx, ods: writeFormOds } as const;

/** Writes a form at a path. @throws AppError `export.notWritable` */
export function writeFormFile(
  book: FormBook,
  format: FormFormat,
  path: string,
): Promise<{ bytes: number }> {
  return writeFileInto(path, async (sink) => {
    let bytes = 0;
    await writers[format](
      book,
      async (chunk) => {
        bytes += chunk.length;
        await sink(chunk);
      },
      () => Promise.resolve(),
    );
    return { bytes };
  });
}

/** A form as the bytes of its file. */
export async function formBytes(book: FormBook, format: FormFormat): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writers[format](
    book,
    (chunk) => {
      chunks.push(Uint8Array.from(chunk));
      return Promise.resolve();
    },
    () => Promise.resolve(),
  );
  return Buffer.concat(chunks);
}
