/** A figure of a document, and the records behind it. */
export interface Traced {
  /** As it is written in the document. */
  readonly text: string;
  readonly refs: readonly { readonly table: string; readonly id: string }[];
}

/** « table:id table:id », as documents carry it. */
export function refsOf(text: string): Traced['refs'] {
  return text.split(' ').flatMap((one) => {
    const [table = '', id = ''] = one.split(':');
    return table === '' || id === '' ? [] : [{ table, id }];
  });
}

export const keyOfRefs = (refs: Traced['refs']): string =>
  refs.map(({ table, id }) => `${table}:${id}`).join(' ');
