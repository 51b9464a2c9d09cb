import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FrameView } from '#contract/indicator.views.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { textOf } from '#ui/text-of.ts';

import { Fields } from './Fields.tsx';
import { Uses } from './Uses.tsx';
import { useItemFocus } from './use-item-focus.ts';

export interface AxesProps {
  readonly groupId: string;
  readonly axes: FrameView['axes'];
  readonly isReadOnly: boolean;
}

/** The strategic axes of a group, in their order. */
export function Axes({ groupId, axes, isReadOnly }: AxesProps) {
  const { t } = useTranslation('indicators');
  const items = axes.map(({ record, uses }) => ({
    id: textOf(record['id']),
    name: textOf(record['name']),
    uses,
  }));
  const focusItem = useItemFocus(items.map(({ id }) => id));
  return (
    <Section
      title={t('frame.axes')}
      count={items.length}
      anchor="axes"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              const values = {
                workingGroupId: groupId,
                name: t('frame.newAxis'),
                position: items.length + 1,
              };
              recordPort
                .create('strategicAxis', values)
                .then((id) => focusItem(id, 'input', true), recordPort.report);
            }}
          >
            {t('frame.addAxis')}
          </Button>
        )
      }
    >
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('frame.axesNone')}
        </Text>
      )}
      <OrderedList
        label={t('frame.axes')}
        items={items}
        isReadOnly={isReadOnly}
        look="cards"
        nameOf={({ name }) => name}
        onOrder={(ids) => {
          const request = { groupId, table: 'strategicAxis' as const, ids: [...ids] };
          return operations.perform('indicators:order', request).catch(reportError);
        }}
        onRemove={({ id }) => {
          recordPort.remove('strategicAxis', [id]).catch(recordPort.report);
        }}
      >
        {({ id, uses }) => (
          <div data-entry={id}>
            <Fields
              table="strategicAxis"
              id={id}
              names={['name', 'description']}
              look="pair"
              isReadOnly={isReadOnly}
            />
            <Uses count={uses} />
          </div>
        )}
      </OrderedList>
    </Section>
  );
}
