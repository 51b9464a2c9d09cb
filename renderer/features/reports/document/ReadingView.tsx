import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { withNonce } from '#ui/with-nonce.ts';

import classes from './Document.module.css';
import { bodyOf, hasSameStyle } from './preview-html.ts';
import type { Traced } from '../traced.ts';
import { listenTo, markOpen } from './reading-events.ts';

interface ReadingViewProps {
  readonly title: string;
  readonly html: string;
  /** What is open beside the document, marked in it. */
  readonly traced: Traced | null;
  readonly onTrace: (traced: Traced) => void;
  /** Section to bring on show; `at` makes the same one be shown again. */
  readonly shown?: { readonly key: string; readonly at: number } | null;
}

/**
 * The document to be read, in a frame where no script runs: the page outside listens to what is
 * pressed in it. A changed document takes the place of the former one where one was reading.
 */
export function ReadingView({ title, html, traced, onTrace, shown = null }: ReadingViewProps) {
  const { t } = useTranslation('reports');
  const [first, setFirst] = useState(html);
  const drawn = useRef(html);
  const [page, setPage] = useState<Document | null>(null);
  const latest = useRef({ onTrace, traced });
  useEffect(() => {
    latest.current = { onTrace, traced };
  });

  useEffect(() => {
    if (html === drawn.current || page === null) return;
    if (hasSameStyle(drawn.current, html)) {
      page.body.replaceWith(page.adoptNode(bodyOf(html)));
      markOpen(page, latest.current.traced);
    } else {
      setFirst(html);
    }
    drawn.current = html;
  }, [html, page]);

  useEffect(
    () =>
      page === null
        ? undefined
        : listenTo(page, window, (next) => {
            latest.current.onTrace(next);
          }),
    [page],
  );

  useEffect(() => {
    if (page !== null) markOpen(page, traced);
  }, [traced, page]);

  useEffect(() => {
    if (shown === null || page === null) return;
    page
      .querySelector(`[data-section="${CSS.escape(shown.key)}"]`)
      ?.scrollIntoView({ block: 'start' });
  }, [shown, page]);

  return (
    <iframe
      className={classes['frame']}
      title={t('previewOf', { name: title })}
      // The same origin lets this page listen; without scripts, nothing in the frame can use it.
      sandbox="allow-same-origin"
      srcDoc={withNonce(first, document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '')}
      onLoad={(event) => setPage(event.currentTarget.contentDocument)}
    />
  );
}
