import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '#ui/tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { startTexts } from '../i18n/start.ts';
import { App } from './App.tsx';
import { pageNonce } from './page-nonce.ts';

// Styles made at run time by the scroll lock of dialogs carry the page's nonce (see `get-nonce`).
Object.assign(globalThis, { __webpack_nonce__: pageNonce() });

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
await startTexts(navigator.language.startsWith('en') ? 'en' : 'fr');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
