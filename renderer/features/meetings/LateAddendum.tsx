import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import type { MinutesView } from '#contract/meeting.channels.ts';
import { LateLoader } from '#ui/LateLoader.tsx';

import type { FaceProps } from './face.ts';

const AddendumEditor = lazy(async () => ({
  default: (await import('./hold/AddendumEditor.tsx')).AddendumEditor,
}));

interface LateAddendumProps extends Pick<FaceProps, 'id' | 'sheet'> {
  readonly addendum: MinutesView;
}

/** The editor of an addendum, fetched when one is being written. */
export function LateAddendum(props: LateAddendumProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<LateLoader label={t('shell:loading')} />}>
      <AddendumEditor {...props} />
    </Suspense>
  );
}
