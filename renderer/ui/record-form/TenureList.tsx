import { ActionIcon, Anchor, Button, Group, Popover, Stack } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

import { refusalText } from '#ui/data-grid/refusal.ts';
import { useFormat } from '#ui/format.ts';

import { DayInput } from './DayInput.tsx';
import type { RecordPort } from './record-port.ts';
import type { Tenure } from './tenure.ts';
import { stateOn } from './tenure.ts';
import styles from './Tenure.module.css';

export interface TenureLine extends Tenure {
  /** Who, or where; a link to that record. */
  readonly name: string;
  readonly href: string;
  /** Role, title or organisation, in words. */
  readonly detail: string | null;
  readonly note: string | null;
}

export interface TenureListProps {
  readonly table: Extract<EntityName, 'affiliation' | 'mandate'>;
  readonly lines: readonly TenureLine[];
  readonly day: string;
  readonly port: RecordPort;
  readonly isReadOnly: boolean;
  /** The form of one of them, for changing it in place. */
  readonly renderEditor: (id: string) => ReactNode;
  /** Further actions on one that is in force, such as naming a successor. */
  readonly renderExtra?: (line: TenureLine) => ReactNode;
}

/** Functions or mandates in words, latest first as given; each is ended, changed or deleted here. */
export function TenureList(props: TenureListProps) {
  const { table, lines, day, port, isReadOnly } = props;
  const { t } = useTranslation('grid');
  const format = useFormat();
  const [editedId, setEditedId] = useState<string | null>(null);
  return (
    <ul className={styles.list}>
      {lines.map((line) => {
        const state = stateOn(line, day);
        const isEdited = editedId === line.id;
        const about = { name: line.name };
        return (
          <li key={line.id} className={styles.item} data-state={state}>
            <div className={styles.row}>
              <div className={styles.who}>
                <Anchor href={line.href} size="sm" fw={550}>
                  {line.name}
                </Anchor>
                {line.detail !== null && <> · {line.detail}</>}
                <span className={styles.meta}>{format.period(line.fromOn, line.toOn)}</span>
              </div>
              {!isReadOnly && (
                <Group gap={2} wrap="nowrap">
                  {state === 'current' && line.toOn === null && (
                    <EndTenure line={line} table={table} port={port} day={day} />
                  )}
                  {state === 'current' && props.renderExtra?.(line)}
                  <ActionIcon
                    variant={isEdited ? 'light' : 'subtle'}
                    color="gray"
                    size="sm"
                    aria-label={t('tenure.edit', about)}
                    title={t('tenure.edit', about)}
                    aria-expanded={isEdited}
                    onClick={() => {
                      setEditedId(isEdited ? null : line.id);
                    }}
                  >
                    <IconPencil size="1rem" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('tenure.remove', about)}
                    title={t('tenure.remove', about)}
                    onClick={() => {
                      port.remove(table, [line.id]).catch(port.report);
                    }}
                  >
                    <IconTrash size="1rem" />
                  </ActionIcon>
                </Group>
              )}
            </div>
            {line.note !== null && <p className={styles.note}>{line.note}</p>}
            {isEdited && <div className={styles.editor}>{props.renderEditor(line.id)}</div>}
          </li>
        );
      })}
    </ul>
  );
}

function EndTenure({
  line,
  table,
  port,
  day,
}: Pick<TenureListProps, 'table' | 'port' | 'day'> & { readonly line: TenureLine }) {
  const { t } = useTranslation('grid');
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(day);
  const [error, setError] = useState<string | null>(null);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={t('tenure.endOf', { name: line.name })}
          onClick={() => {
            setOpen((open) => !open);
          }}
        >
          {t('tenure.end')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tenure.endOf', { name: line.name })}>
        <Stack gap="xs">
          <DayInput label={t('tenure.lastDay')} value={on} error={error} onChange={setOn} />
          <Button
            size="xs"
            disabled={on === null}
            onClick={() => {
              port.save(table, line.id, { toOn: on }).then(
                () => {
                  setOpen(false);
                },
                (thrown: unknown) => {
                  setError(refusalText(thrown, 'toOn'));
                },
              );
            }}
          >
            {t('tenure.end')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
