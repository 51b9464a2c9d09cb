import { CloseButton, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTableOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { SplitView } from '#ui/record-form/SplitView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';
import { focusCurrent } from './focus-current.ts';
import type { CommitteeViewProps } from './CommitteeTab.tsx';
import type { ScorePlace } from './score-place.ts';
import { ScoreGrid } from './ScoreGrid.tsx';
import { ScorePanel } from './ScorePanel.tsx';

const WHOLE = '';

/** Every score, application by application and member by member, entered straight into the table. */
export function Scores({ phase, isReadOnly }: CommitteeViewProps) {
  const { t } = useTranslation('committeeScreen');
  const frame = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const [criterionId, setCriterionId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const [open, setOpen] = useState<ScorePlace | null>(null);
  const phaseId = phase.id;
  const today = localToday();
  const { data: method } = useQuery('committee:method', { phaseId, today }, { keepPrevious: true });
  const criteria = method?.criteria ?? [];
  const chosen =
    criterionId === WHOLE
      ? null
      : (criteria.find((one) => one.criterionId === criterionId) ?? criteria[0] ?? null);
  const { data: head, error } = useQuery(
    'committee:grid',
    {
      phaseId,
      today,
      text: asked,
      limit: 1,
      criterionId: chosen === null ? null : chosen.criterionId,
    },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (head === undefined || method === undefined) return null;
  const { evaluators, total, scale } = head;
  const list = (
    <div className={styles.frame} ref={frame}>
      <Group gap="sm" className={styles.tools ?? ''}>
        <Select
          size="xs"
          w="16rem"
          aria-label={t('scores.criterion')}
          data={[
            ...criteria.map(({ criterionId: value, name }) => ({ value, label: name })),
            { value: WHOLE, label: t('scores.whole') },
          ]}
          value={chosen?.criterionId ?? WHOLE}
          allowDeselect={false}
          onChange={(next) => setCriterionId(next ?? WHOLE)}
        />
        <TextInput
          size="xs"
          w="14rem"
          type="search"
          aria-label={t('scores.filter')}
          placeholder={t('scores.filter')}
          value={text}
          rightSection={
            text === '' ? null : (
              <CloseButton size="xs" aria-label={t('scores.clear')} onClick={() => setText('')} />
            )
          }
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('scores.count', { count: total, n: format.number(total) })}
        </Text>
        <Text size="xs" c="dimmed" ml="auto">
          {t('results.scale', {
            scale: t('scores.scale', {
              min: format.number(scale.min),
              max: format.number(scale.max),
            }),
          })}
        </Text>
      </Group>
      {evaluators.length === 0 || total === 0 ? (
        <EmptyScreen
          icon={IconTableOff}
          title={t('scores.none')}
          description={evaluators.length === 0 ? t('scores.noMembers') : t('scores.noneText')}
        />
      ) : (
        <ScoreGrid
          phaseId={phase.id}
          criterionId={chosen?.criterionId ?? null}
          text={asked}
          evaluators={evaluators}
          isReadOnly={isReadOnly}
          onOpen={setOpen}
        />
      )}
    </div>
  );
  return (
    <SplitView
      list={list}
      panel={
        open === null
          ? null
          : {
              id: `${open.personId} ${open.applicationId}`,
              title: t('scores.panel', { member: open.memberName, number: open.number }),
              takesFocus: true,
              isInList: false,
              onRemove: null,
              body: (
                <ScorePanel
                  key={`${open.personId} ${open.applicationId}`}
                  phaseId={phase.id}
                  place={open}
                  criteria={criteria}
                  isReadOnly={isReadOnly}
                />
              ),
            }
      }
      onClose={() => {
        setOpen(null);
        focusCurrent(frame.current);
      }}
      onStep={() => undefined}
    />
  );
}
