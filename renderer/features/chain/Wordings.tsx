import { ActionIcon, Button, Group, Stack, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import classes from './Chain.module.css';

export interface WordingsProps {
  readonly barrierId: string;
  readonly isReadOnly: boolean;
}

/** How a barrier was worded from one day to the next, and a new wording of it. */
export function Wordings({ barrierId, isReadOnly }: WordingsProps) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const { data: wordings } = useQuery('chain:wordings', { barrierId });
  const [isAdding, setAdding] = useState(false);
  const [wording, setWording] = useState('');
  const [day, setDay] = useState<string | null>(localToday);

  async function save(): Promise<void> {
    if (day === null || wording.trim() === '') return;
    const values = {
      barrierId,
      statedOn: day,
      position: (wordings?.length ?? 0) + 1,
      wording: wording.trim(),
    };
    try {
      await operations.create('barrierStatement', values);
      setAdding(false);
      setWording('');
    } catch (thrown) {
      reportError(thrown);
    }
  }

  return (
    <Section
      title={t('panel.wordings')}
      count={wordings?.length ?? 0}
      action={
        isReadOnly || isAdding ? undefined : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('panel.addWording')}
          </Button>
        )
      }
    >
      {wordings?.length === 0 && <p className={classes['hint']}>{t('panel.noWording')}</p>}
      <ul className={classes['linkList']}>
        {wordings?.map((one) => (
          <li key={one.id}>
            <span className={classes['grow']}>
              {one.wording}{' '}
              <span className={classes['quiet']}>
                ({[format.date(one.statedOn), one.sourceTitle].filter((p) => p !== null).join(', ')}
                )
              </span>
              {one.quote !== null && <p className={classes['quote']}>« {one.quote} »</p>}
            </span>
            {!isReadOnly && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('panel.removeWording', { day: format.date(one.statedOn) })}
                onClick={() => {
                  operations.remove('barrierStatement', [one.id]).catch(reportError);
                }}
              >
                <IconTrash size="0.9rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <Stack
          component="form"
          gap="xs"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Textarea
            label={t('panel.wording')}
            rows={2}
            value={wording}
            onChange={(event) => setWording(event.currentTarget.value)}
          />
          <DayInput size="sm" label={t('panel.day')} value={day} onChange={setDay} />
          <Group gap="xs">
            <Button
              type="submit"
              size="compact-sm"
              disabled={day === null || wording.trim() === ''}
            >
              {t('panel.save')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setAdding(false)}>
              {t('add.cancel')}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  );
}
