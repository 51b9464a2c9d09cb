import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ApiError } from '#api/api-error.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './document/Document.module.css';
import { PagesView } from './document/PagesView.tsx';
import { ReadingView } from './document/ReadingView.tsx';
import type { Traced } from './traced.ts';
import type { PdfSource } from './document/use-pdf.ts';

export type Face = 'read' | 'pages';

interface DocumentViewProps {
  readonly name: string;
  readonly html: string | undefined;
  readonly error: ApiError | null;
  readonly pdf: PdfSource;
  readonly traced: Traced | null;
  readonly onTrace: (traced: Traced) => void;
  readonly shown?: { readonly key: string; readonly at: number } | null;
  /** What stands beside the choice of view. */
  readonly tools: ReactNode;
}

/** A document as it will be written: to be read, with what lies behind its figures, or page by page. */
export function DocumentView(props: DocumentViewProps) {
  const { name, html, error, pdf, traced, onTrace, shown = null, tools } = props;
  const { t } = useTranslation('reports');
  const [face, setFace] = useState<Face>('read');
  return (
    <div className={classes['document']}>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('face.label')}
          value={face}
          onChange={(value) => setFace(value === 'pages' ? 'pages' : 'read')}
          data={[
            { value: 'read', label: t('face.read') },
            { value: 'pages', label: t('face.pages') },
          ]}
        />
        {tools}
      </div>
      {error === null ? null : <RefusalNote error={error} />}
      {face === 'pages' ? (
        <PagesView name={name} source={pdf} onRead={() => setFace('read')} />
      ) : html === undefined ? (
        error === null && <LateLoader label={t('preparing')} />
      ) : (
        <ReadingView title={name} html={html} traced={traced} onTrace={onTrace} shown={shown} />
      )}
    </div>
  );
}
