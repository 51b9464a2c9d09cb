import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EventSheet } from '#contract/event.channels.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';

import classes from '../Events.module.css';

/** How many are asked, expected and seen, role by role. */
export function Headcount({ counts }: { readonly counts: EventSheet['registrations'] }) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const columns = ['invited', 'registered', 'declined', 'attended', 'peopleAttended'] as const;
  return (
    <Section title={t('counts.title')}>
      {counts.byRole.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('guests.none')}
        </Text>
      ) : (
        <div className={classes['scroll']}>
          <Table verticalSpacing={4} horizontalSpacing={4} fz="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('guests.role')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column} className={classes['figure'] ?? ''}>
                    {t(`counts.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {counts.byRole.map((line) => (
                <Table.Tr key={line.role}>
                  <Table.Td>{t(`vocabulary:choice.registration.role.${line.role}`)}</Table.Td>
                  {columns.map((column) => (
                    <Table.Td key={column} className={classes['figure'] ?? ''}>
                      {format.number(line[column])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <Text size="sm" mt="xs">
        {t('counts.total', {
          total: format.number(counts.total),
          people: format.number(counts.people),
        })}
      </Text>
    </Section>
  );
}
