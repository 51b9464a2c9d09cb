import { Button, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EditionView } from '#contract/edition.views.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { ChangeList } from '../ChangeList.tsx';
import { doWrite } from '../do-write.ts';
import type { Traced } from '../traced.ts';
import classes from './Edition.module.css';

interface RefreshPaneProps {
  readonly edition: EditionView;
  readonly onTrace: (traced: Traced) => void;
  readonly onClose: () => void;
}

/** What reading the data again would change, before anything is. */
export function RefreshPane({ edition, onTrace, onClose }: RefreshPaneProps) {
  const { t } = useTranslation('reports');
  const { id } = edition;
  const [asOfOn, setAsOfOn] = useState<string | null>(edition.asOfOn);
  const [isUnderWay, setUnderWay] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const day = asOfOn === edition.asOfOn ? null : asOfOn;
  const { data, error } = useQuery(
    'editions:previewRefresh',
    { id, asOfOn: day },
    { keepPrevious: true },
  );
  useEffect(() => {
    title.current?.focus();
  }, []);

  async function refresh(): Promise<void> {
    setUnderWay(true);
    const done = await doWrite('editions:refresh', { id, asOfOn: day });
    setUnderWay(false);
    if (done !== null) onClose();
  }

  const isSame = data?.changes.length === 0 && day === null;
  return (
    // Esc leaves everything as it is, from anywhere in the pane.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classes['refresh']}
      aria-label={t('refresh.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Title order={2} size="h3" ref={title} tabIndex={-1}>
        {t('refresh.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('refresh.hint')}
      </Text>
      <div className={classes['refreshBar']}>
        <DayInput size="sm" label={t('refresh.asOf')} value={asOfOn} onChange={setAsOfOn} />
        <Button
          loading={isUnderWay}
          disabled={data === undefined || isSame}
          onClick={() => void refresh()}
        >
          {t('refresh.action')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('refresh.leave')}
        </Button>
      </div>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <LateLoader label={t('preparing')} />
      ) : (
        <ChangeList comparison={data} onTrace={onTrace} />
      )}
    </section>
  );
}
