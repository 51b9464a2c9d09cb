import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { quarterOf } from '#domain/dates.ts';
import { isQuarter } from '#domain/quarters.ts';
import type { RoadmapItemView } from '#contract/deliverable.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { periodWords } from '#ui/period-words.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { Dependencies } from './Dependencies.tsx';
import { NewMilestone } from './NewMilestone.tsx';
import styles from './Roadmap.module.css';
import { RoadmapTimeline } from './RoadmapTimeline.tsx';

export interface RoadmapProps {
  readonly subGroupId: string;
  readonly workingGroupId: string;
  readonly isReadOnly: boolean;
}

type Dated = RoadmapItemView & { readonly day: string };
const isDated = (item: RoadmapItemView): item is Dated => item.day !== null;

/** A deliverable that names its quarter keeps the two together. */
function reschedule({ table, id, period }: RoadmapItemView, day: string): Promise<void> {
  const isInQuarter = table === 'deliverable' && period !== null && isQuarter(period);
  const patch = isInQuarter ? { dueOn: day, quarter: quarterOf(day) } : { dueOn: day };
  return recordPort.save(table, id, patch);
}

/** The work plan of a sub-group: its milestones and what it owes, over time. */
export function Roadmap({ subGroupId, workingGroupId, isReadOnly }: RoadmapProps) {
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const today = localToday();
  const [isAdding, setAdding] = useState(false);
  const [linking, setLinking] = useState<string | null>(null);
  const { data } = useQuery('subGroups:roadmap', { id: subGroupId, today });
  const items = data?.items ?? [];
  const dated = items.filter(isDated);
  const undated = items.filter((item) => !isDated(item));

  /** The timeline takes the keyboard back where it was. */
  function link(id: string | null): void {
    setLinking(id);
    if (id !== null || linking === null || linking === '') return;
    const from = linking;
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-item="${from}"]`)?.focus();
    });
  }

  return (
    <Section
      title={t('roadmap.title')}
      count={items.length}
      anchor="roadmap"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setAdding((adding) => !adding)}
          >
            {t('roadmap.addMilestone')}
          </Button>
        )
      }
    >
      {data?.roadmaps.map(({ id, title, fromOn, toOn }) => (
        <Text key={id} size="sm" mb={4}>
          <Anchor href={recordPort.hrefOf('roadmap', id)} size="sm">
            {title}
          </Anchor>
          {(fromOn !== null || toOn !== null) && `, ${format.period(fromOn, toOn)}`}
        </Text>
      ))}
      {isAdding && (
        <NewMilestone
          subGroupId={subGroupId}
          workingGroupId={workingGroupId}
          onDone={() => setAdding(false)}
        />
      )}
      {data !== undefined && items.length === 0 && !isAdding && (
        <Text size="sm" c="dimmed">
          {t('roadmap.none')}
        </Text>
      )}
      {dated.length > 0 && (
        <RoadmapTimeline
          items={dated}
          today={today}
          isReadOnly={isReadOnly}
          onMove={(item, day) => {
            reschedule(item, day).catch(recordPort.report);
          }}
          onLink={({ id }) => setLinking(id)}
        />
      )}
      <Dependencies items={items} isReadOnly={isReadOnly} linkingId={linking} onLinking={link} />
      {undated.length > 0 && (
        <>
          <h4 className={styles.undatedTitle}>{t('roadmap.undated')}</h4>
          <ul className={styles.undated}>
            {undated.map((item) => (
              <li key={item.id}>
                <Group gap="xs" align="center" wrap="nowrap">
                  <Anchor href={recordPort.hrefOf(item.table, item.id)} size="sm" flex={1}>
                    {item.title}
                  </Anchor>
                  {item.period !== null && (
                    <Text size="xs" c="dimmed">
                      {periodWords(item.period, t)}
                    </Text>
                  )}
                  {!isReadOnly && (
                    <DayInput
                      label={null}
                      ariaLabel={`${t('roadmap.milestoneDay')} – ${item.title}`}
                      value={null}
                      width="9.5rem"
                      onChange={(day) => {
                        if (day !== null) reschedule(item, day).catch(recordPort.report);
                      }}
                    />
                  )}
                </Group>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
