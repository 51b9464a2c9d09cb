import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { CallPartProps } from './About.tsx';
import { Fields } from './Fields.tsx';

/** The reasons for which the triage of a call may exclude a response. */
export function Reasons({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const { exclusionReasons } = call;
  return (
    <Section
      title={t('reasons.title')}
      count={exclusionReasons.length}
      anchor="reasons"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              const values = {
                callId: call.id,
                position: exclusionReasons.length + 1,
                title: t('reasons.new'),
              };
              recordPort.create('exclusionReason', values).catch(recordPort.report);
            }}
          >
            {t('reasons.add')}
          </Button>
        )
      }
    >
      {exclusionReasons.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('reasons.none')}
        </Text>
      )}
      <OrderedList
        look="cards"
        nameOf={({ name }) => name}
        label={t('reasons.title')}
        items={exclusionReasons.map((reason) => ({ ...reason, name: reason.title }))}
        isReadOnly={isReadOnly}
        onOrder={(ids) =>
          operations
            .perform('applicationForm:order', {
              callId: call.id,
              table: 'exclusionReason',
              ids: [...ids],
            })
            .catch(reportError)
        }
        onRemove={({ id }) =>
          void recordPort.remove('exclusionReason', [id]).catch(recordPort.report)
        }
      >
        {(reason) => (
          <Fields
            table="exclusionReason"
            record={reason}
            names={['title']}
            wide={['title']}
            isReadOnly={isReadOnly}
          />
        )}
      </OrderedList>
    </Section>
  );
}
