import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call as ask } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Needs.module.css';

const SHOWN = 200;
const formats = ['xlsx', 'ods'] as const;

interface AskBuyersProps {
  readonly surveyId: string;
  readonly title: string;
}

/** Forms in the name of chosen buyers, who are then on record as asked. */
export function AskBuyers({ surveyId, title }: AskBuyersProps) {
  const { t } = useTranslation('needs');
  const { number, date } = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data } = useQuery(
    'needs:buyers',
    { surveyId, text, limit: SHOWN },
    { keepPrevious: true },
  );
  const rows = data?.rows ?? [];
  const choose = (ids: readonly string[]): void =>
    setChosen((known) => new Set([...known, ...ids]));
  const silent = rows.filter(({ askedOn, hasAnswered }) => askedOn !== null && !hasAnswered);
  return (
    <Section title={t('forms.makeEach')} anchor="each">
      <Text size="sm" mb="xs">
        {t('forms.makeEachText')}
      </Text>
      <Group gap="xs" align="end">
        <TextInput
          size="xs"
          w="18rem"
          label={t('forms.find')}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={rows.length === 0}
          onClick={() => choose(rows.map(({ id }) => id))}
        >
          {t('forms.chooseShown')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={silent.length === 0}
          onClick={() => choose(silent.map(({ id }) => id))}
        >
          {t('forms.chooseSilent')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={chosen.size === 0}
          onClick={() => setChosen(new Set())}
        >
          {t('forms.chooseNone')}
        </Button>
      </Group>
      {/* A list that scrolls must be reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['buyers']} role="group" aria-label={t('forms.buyers')} tabIndex={0}>
        {rows.length === 0 && data !== undefined && (
          <p className={styles['quiet']}>{t('forms.noBuyer')}</p>
        )}
        {rows.map(({ id, name, askedOn, hasAnswered }) => (
          <Checkbox
            key={id}
            size="xs"
            py={3}
            label={name}
            {...(askedOn === null || hasAnswered
              ? {}
              : { description: t('counts.askedOn', { date: date(askedOn) }) })}
            checked={chosen.has(id)}
            onChange={(event) => {
              const isChosen = event.currentTarget.checked;
              setChosen((known) =>
                isChosen
                  ? new Set([...known, id])
                  : new Set([...known].filter((other) => other !== id)),
              );
            }}
          />
        ))}
        {data !== undefined && data.total > rows.length && (
          <p className={styles['quiet']}>
            {t('forms.firstOnly', { shown: number(rows.length), total: number(data.total) })}
          </p>
        )}
      </div>
      <Group gap="xs">
        <Text size="sm" aria-live="polite">
          {t('forms.chosen', { count: chosen.size })}
        </Text>
        {formats.map((format) => (
          <Button
            key={format}
            size="sm"
            variant="default"
            disabled={chosen.size === 0}
            leftSection={<IconFileZip size="1.1rem" aria-hidden />}
            onClick={() => {
              const organisationIds = [...chosen];
              void exportFile(
                'zip',
                `${t('form.archiveName', { survey: title })}.zip`,
                (grant, options) =>
                  ask(
                    'needs:askBuyers',
                    { surveyId, organisationIds, askedOn: localToday(), format, grant },
                    options,
                  ),
              );
            }}
          >
            {t('forms.makeArchive', { format: t(`forms.format.${format}`) })}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
