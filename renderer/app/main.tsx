import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import '#ui/mantine-styles.ts';
import '#ui/tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { useSession } from '#stores/session.store.ts';

import { startTexts } from '../i18n/start.ts';
import { App } from './App.tsx';
import { pageNonce } from './page-nonce.ts';

// Styles made at run time by the scroll lock of dialogs carry the page's nonce (see `get-nonce`).
Object.assign(globalThis, { __webpack_nonce__: pageNonce() });

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
// Asked before anything is drawn: which store is open decides on the first screen.
void useSession.getState().load();
await startTexts(navigator.language.startsWith('en') ? 'en' : 'fr');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
