import { Button, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FrameView } from '#contract/indicator.views.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { textOf } from '#ui/text-of.ts';

import { Fields } from './Fields.tsx';
import styles from './Indicators.module.css';
import { Uses } from './Uses.tsx';
import { useItemFocus } from './use-item-focus.ts';

type Stage = RecordOf<'purchaseSegment'>['stage'];

interface Item {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly uses: number;
}

export interface SegmentsProps {
  readonly groupId: string;
  readonly segments: FrameView['segments'];
  readonly isReadOnly: boolean;
}

const stages: readonly Stage[] = ['current', 'later', 'dropped'];

const stageOf = (value: unknown): Stage => stages.find((stage) => stage === value) ?? 'current';

/** The whole order once those of one stage have theirs: the others keep their places. */
function wholeOrder(items: readonly Item[], stage: Stage, ids: readonly string[]): string[] {
  const next = [...ids];
  return items.map((item) => (item.stage === stage ? (next.shift() ?? item.id) : item.id));
}

/** The purchase segments of a group: those dealt with now, those left for later, those given up. */
export function Segments({ groupId, segments, isReadOnly }: SegmentsProps) {
  const { t } = useTranslation('indicators');
  const items = segments.map(({ record, uses }) => ({
    id: textOf(record['id']),
    name: textOf(record['name']),
    stage: stageOf(record['stage']),
    uses,
  }));
  const focusItem = useItemFocus(items.map(({ id, stage }) => `${id}:${stage}`));

  function put(item: Item, stage: Stage): void {
    focusItem(item.id, '[data-stage] input');
    operations
      .update('purchaseSegment', item.id as Id<'purchaseSegment'>, { stage }) // one of the list's
      .catch(reportError);
  }

  return (
    <Section
      title={t('frame.segments')}
      count={items.length}
      anchor="segments"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              const values = {
                workingGroupId: groupId,
                name: t('frame.newSegment'),
                position: items.length + 1,
              };
              recordPort
                .create('purchaseSegment', values)
                .then((id) => focusItem(id, '[data-name] input', true), recordPort.report);
            }}
          >
            {t('frame.addSegment')}
          </Button>
        )
      }
    >
      {stages.map((stage) => {
        const some = items.filter((item) => item.stage === stage);
        if (some.length === 0 && stage === 'dropped') return null;
        return (
          <div key={stage}>
            <h4 className={styles.smallHeading}>{t(`frame.stage.${stage}`)}</h4>
            {some.length === 0 && (
              <Text size="sm" c="dimmed">
                {t(`frame.stageNone.${stage}`)}
              </Text>
            )}
            <OrderedList
              label={t(`frame.stage.${stage}`)}
              items={some}
              isReadOnly={isReadOnly}
              look="cards"
              nameOf={({ name }) => name}
              onOrder={(ids) => {
                const request = {
                  groupId,
                  table: 'purchaseSegment' as const,
                  ids: wholeOrder(items, stage, ids),
                };
                return operations.perform('indicators:order', request).catch(reportError);
              }}
              onRemove={({ id }) => {
                recordPort.remove('purchaseSegment', [id]).catch(recordPort.report);
              }}
            >
              {(item) => (
                <div data-entry={item.id}>
                  <div className={styles.segment}>
                    <div data-name>
                      <Fields
                        table="purchaseSegment"
                        id={item.id}
                        names={['name']}
                        wide={['name']}
                        isReadOnly={isReadOnly}
                      />
                    </div>
                    <div data-stage>
                      <Select
                        size="sm"
                        label={t('vocabulary:field.purchaseSegment.stage')}
                        readOnly={isReadOnly}
                        allowDeselect={false}
                        data={stages.map((value) => ({
                          value,
                          label: t(`vocabulary:choice.purchaseSegment.stage.${value}`),
                        }))}
                        value={item.stage}
                        onChange={(value) => put(item, stageOf(value))}
                      />
                    </div>
                    <Fields
                      table="purchaseSegment"
                      id={item.id}
                      names={['description']}
                      wide={['description']}
                      isReadOnly={isReadOnly}
                    />
                  </div>
                  <Uses count={item.uses} />
                </div>
              )}
            </OrderedList>
          </div>
        );
      })}
    </Section>
  );
}
