export const typeSizes = ['large', 'larger', 'largest'] as const;
export type TypeSize = (typeof typeSizes)[number];

/** How a meeting under way is shown. */
export interface HoldLook {
  /** Over the whole window, for a screen seen from afar. */
  readonly isProjected: boolean;
  readonly size: TypeSize;
  /** Whether the list of those present is beside the text. */
  readonly hasPeople: boolean;
}

const KEY = 'rapporteur.hold';
const usual: HoldLook = { isProjected: false, size: 'larger', hasPeople: true };

/** How it was shown last on this machine; never projected at once. */
export function recallLook(storage: Storage): HoldLook {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return usual;
    const { size, hasPeople } = kept as Partial<HoldLook>; // each is checked below
    return {
      isProjected: false,
      size: typeSizes.find((known) => known === size) ?? usual.size,
      hasPeople: hasPeople !== false,
    };
  } catch {
    return usual;
  }
}

export function rememberLook({ size, hasPeople }: HoldLook, storage: Storage): void {
  storage.setItem(KEY, JSON.stringify({ size, hasPeople }));
}
