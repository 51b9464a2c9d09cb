import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { OpeningFailure } from '#stores/session.store.ts';
import { useSession } from '#stores/session.store.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

/** Codes for which reading without writing is a way out. */
const READABLE = new Set(['store.readOnly', 'store.locked', 'store.newer', 'store.syncedFolder']);
/** Codes for which the latest sound backup is one. */
const RESTORABLE = new Set(['store.damaged', 'store.notAStore', 'store.io']);

/** Why a file would not open, and the ways out that are left. Nothing in the file was changed. */
export function OpeningRefusal({ failure }: { readonly failure: OpeningFailure }) {
  const { t } = useTranslation('firstRun');
  const open = useSession((state) => state.open);
  const { error, opening } = failure;
  const path = pathOf(failure);
  const isReadOnlyTried = 'readOnly' in opening && opening.readOnly;
  return (
    <RefusalNote
      error={error}
      title={t('firstRun:refusal')}
      actions={
        <>
          {RESTORABLE.has(error.code) && path !== null && opening.kind !== 'backup' ? (
            <Button
              size="xs"
              variant={error.code === 'store.damaged' ? 'filled' : 'default'}
              onClick={() => void open({ kind: 'backup', path })}
            >
              {t('firstRun:ways.backup')}
            </Button>
          ) : null}
          {READABLE.has(error.code) && !isReadOnlyTried && path !== null ? (
            <Button size="xs" onClick={() => void open({ kind: 'recent', path, readOnly: true })}>
              {t('firstRun:ways.readOnly')}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="default"
            onClick={() => void open({ kind: 'file', readOnly: false })}
          >
            {t('firstRun:ways.another')}
          </Button>
        </>
      }
    />
  );
}

function pathOf({ error, opening }: OpeningFailure): string | null {
  if (opening.kind === 'recent' || opening.kind === 'backup') return opening.path;
  const { path } = error.details;
  return typeof path === 'string' ? path : null;
}
