import { Button, Group, Select, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MinutesVersion } from '#contract/minutes.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';

import classes from '../Meetings.module.css';

const NOW = 'now';

/** Who wrote the minutes when, and what changed in their words between two moments. */
export function Versions({ minutesId }: { readonly minutesId: string }) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  return (
    <section>
      <Button
        mt="xl"
        size="compact-sm"
        variant="subtle"
        leftSection={<IconHistory size="1rem" aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => {
          setOpen((open) => !open);
        }}
      >
        {t(isOpen ? 'minutes.hideVersions' : 'minutes.showVersions')}
      </Button>
      <div id={panelId}>{isOpen && <Comparison minutesId={minutesId} />}</div>
    </section>
  );
}

function Comparison({ minutesId }: { readonly minutesId: string }) {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string>(NOW);
  const { data: versions } = useQuery('minutes:versions', { minutesId });
  const before = from ?? versions?.[1]?.operationId ?? versions?.[0]?.operationId ?? null;
  const { data: items } = useQuery(
    'minutes:compare',
    before === null ? null : { minutesId, from: before, to: to === NOW ? null : to },
    { keepPrevious: true },
  );
  if (versions === undefined) return null;
  if (versions.length === 0) return <Text size="sm">{t('minutes.noVersion')}</Text>;
  const label = ({ at, author, saves }: MinutesVersion): string =>
    [format.dateTime(at), author, t('minutes.saves', { count: saves })].join(' · ');
  const known = versions.map((version) => ({ value: version.operationId, label: label(version) }));
  const changed = (items ?? []).filter(({ hasChanged }) => hasChanged);

  return (
    <div className={classes['form']}>
      <Title order={3} size="h5" mb="xs">
        {t('minutes.versions')}
      </Title>
      <Group grow mb="md">
        <Select
          label={t('minutes.from')}
          data={known}
          value={before}
          allowDeselect={false}
          onChange={setFrom}
        />
        <Select
          label={t('minutes.to')}
          data={[{ value: NOW, label: t('minutes.now') }, ...known]}
          value={to}
          allowDeselect={false}
          onChange={(next) => {
            setTo(next ?? NOW);
          }}
        />
      </Group>
      {items !== undefined && changed.length === 0 && <Text size="sm">{t('minutes.same')}</Text>}
      {changed.map(({ agendaItemId, title, segments }) => (
        <div key={agendaItemId ?? ''}>
          <Text fw={600} size="sm">
            {title ?? t('minutes.opening')}
          </Text>
          <p className={classes['segments']}>
            {segments.map((segment, place) => {
              // The words of a comparison are never moved about.
              // oxlint-disable-next-line react/no-array-index-key
              return <Words key={place} segment={segment} />;
            })}
          </p>
        </div>
      ))}
    </div>
  );
}

function Words({
  segment,
}: {
  readonly segment: { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };
}) {
  if (segment.kind === 'added') return <ins>{segment.text}</ins>;
  if (segment.kind === 'removed') return <del>{segment.text}</del>;
  return segment.text;
}
