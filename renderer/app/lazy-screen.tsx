import type { ComponentType, FunctionComponent } from 'react';
import { lazy, useState } from 'react';

/** A screen whose code is fetched when first shown, or before, once there is nothing better to do. */
export interface LazyScreen<P> {
  readonly Screen: FunctionComponent<P>;
  preload(): Promise<unknown>;
}

/** Once fetched, the screen is there at once: no fallback comes between, not even for a frame. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): LazyScreen<P> {
  let loaded: ComponentType<P> | null = null;
  const preload = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  const Late = lazy(async () => ({ default: await preload() }));

  function Screen(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Late);
    return <Shown {...props} />;
  }
  return { Screen, preload };
}
