import { useLocation } from 'wouter';

import { ExchangeHome } from './ExchangeHome.tsx';
import { ImportPage } from './ImportPage.tsx';
import { importPath } from './paths.ts';

/** Everything that comes into the group and goes out of it. */
export function ExchangeScreen() {
  const [location] = useLocation();
  return location.startsWith(importPath) ? <ImportPage /> : <ExchangeHome />;
}
