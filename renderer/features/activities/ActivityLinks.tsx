import { ActionIcon, Anchor } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './Activities.module.css';
import type { ActivitySheetProps } from './ActivitySheet.tsx';

const words = {
  objective: {
    title: 'activity.objectives',
    add: 'activity.addObjective',
    none: 'activity.noObjective',
  },
  result: { title: 'activity.results', add: 'activity.addResult', none: 'activity.noResult' },
} as const;

interface ActivityLinksProps extends ActivitySheetProps {
  readonly table: keyof typeof words;
}

/** What an activity serves, or what it led to: links of the chain. */
export function ActivityLinks({ id, sheet, isReadOnly, table }: ActivityLinksProps) {
  const { t } = useTranslation('activities');
  const { title, add, none } = words[table];
  const links = sheet.links.filter((link) => link.table === table);
  return (
    <Section title={t(title)} count={links.length} anchor={table}>
      {links.length === 0 && <p className={styles['quiet']}>{t(none)}</p>}
      <ul className={styles['plain']} aria-label={t(title)}>
        {links.map((link) => (
          <li key={link.linkId} className={styles['item']}>
            <Anchor
              className={styles['grow'] ?? ''}
              size="sm"
              href={recordPort.hrefOf(table, link.id)}
            >
              {link.title}
            </Anchor>
            <span className={styles['quiet']}>{t('activity.ofYear', { year: link.year })}</span>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove', { name: link.title })}
                onClick={() => {
                  recordPort.remove('chainLink', [link.linkId]).catch(recordPort.report);
                }}
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <ReferencePicker
          key={links.length}
          table={table}
          label={t(add)}
          port={recordPort}
          size="xs"
          isOptional
          value={null}
          onChange={(otherId) => {
            if (otherId === null || links.some((link) => link.id === otherId)) return;
            const ends =
              table === 'objective'
                ? { fromTable: table, fromId: otherId, toTable: 'activity', toId: id }
                : { fromTable: 'activity', fromId: id, toTable: table, toId: otherId };
            recordPort.create('chainLink', ends).catch(recordPort.report);
          }}
        />
      )}
    </Section>
  );
}
