import type { EditionSection } from '#contract/edition.views.ts';

/** One section as it is asked to be: its place among its brothers and sisters, and whether it shows. */
export interface Arranged {
  readonly key: string;
  readonly isHidden: boolean;
  readonly isRepeated: boolean;
}

export const childrenOf = (
  sections: readonly EditionSection[],
  parentKey: string | null,
): EditionSection[] => sections.filter((section) => section.parentKey === parentKey);

const arrangedOf = ({ key, isHidden, isRepeated }: EditionSection): Arranged => ({
  key,
  isHidden,
  isRepeated,
});

/** Every section in the order of the document once the children of one parent are in that order. */
export function reordered(
  sections: readonly EditionSection[],
  parentKey: string | null,
  keys: readonly string[],
): Arranged[] {
  const walk = (parent: string | null): Arranged[] => {
    const children = childrenOf(sections, parent);
    const inOrder =
      parent === parentKey
        ? keys.flatMap((key) => children.find((child) => child.key === key) ?? [])
        : children;
    return inOrder.flatMap((child) => [arrangedOf(child), ...walk(child.key)]);
  };
  return walk(null);
}

/** The same order with one section shown otherwise. */
export const changed = (
  sections: readonly EditionSection[],
  key: string,
  patch: Partial<Omit<Arranged, 'key'>>,
): Arranged[] =>
  sections.map((section) =>
    section.key === key ? { ...arrangedOf(section), ...patch } : arrangedOf(section),
  );
