import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText, IconMail, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { exportFile, exportRegister } from '#stores/exports.store.ts';
import { listMenu } from '#ui/data-grid/menu-props.ts';
import { useFormat } from '#ui/format.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import type { Choices } from './FilterBar.tsx';
import type { Filters, Query } from './filters.ts';

interface ActionsProps {
  readonly filters: Filters;
  readonly choices: Choices | undefined;
  /** What the list shows, for the spreadsheet to hold the same. */
  readonly query: Query;
  readonly isReadOnly: boolean;
  readonly onRemind: () => void;
}

/** What leaves the page: reminders, the record of decisions, a spreadsheet of what is shown. */
export function Actions(props: ActionsProps) {
  const { t } = useTranslation('followUp');
  return (
    <>
      <SpreadsheetMenu {...props} />
      {props.filters.kind === 'decisions' ? (
        <DecisionsMenu {...props} />
      ) : (
        <Button
          size="sm"
          leftSection={<IconMail size="1.1rem" aria-hidden />}
          onClick={props.onRemind}
        >
          {t('remind.prepare')}
        </Button>
      )}
    </>
  );
}

function SpreadsheetMenu({ filters, query }: ActionsProps) {
  const { t } = useTranslation('followUp');
  const { kind } = filters;
  const write = async (format: (typeof spreadsheetFormats)[number]): Promise<void> => {
    const { rows } = await call('followUp:list', { ...query, offset: 0, limit: 5000 });
    const shown = {
      register: kind === 'actions' ? ('action-items' as const) : ('decisions' as const),
      ids: rows.map(({ id }) => id),
      columns: null,
      text: '',
      filters: [],
      sort: [],
      at: null,
    };
    if (rows.length > 0) await exportRegister(shown, format, `${t(`kind.${kind}`)}.${format}`);
  };
  return (
    <Menu {...listMenu} position="bottom-end">
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconTable size="1.1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {t('spreadsheet')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {spreadsheetFormats.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              write(format).catch(reportError);
            }}
          >
            {t(`spreadsheetFormat.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function DecisionsMenu({ filters, choices }: ActionsProps) {
  const { t } = useTranslation(['followUp', 'meetingPapers']);
  const format = useFormat();
  const { from, to, subGroup } = filters;
  const workingGroupId = filters.workingGroup ?? choices?.workingGroups[0]?.id;
  const name = t('followUp:decisionsRecord');
  const period = from === null && to === null ? t('followUp:anyTime') : format.period(from, to);
  return (
    <Menu {...listMenu} position="bottom-end">
      <Menu.Target>
        <Button
          size="sm"
          disabled={workingGroupId === undefined}
          leftSection={<IconFileText size="1.1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{period}</Menu.Label>
        {paperFormatsOf('decisionsOfPeriod').map((one) => (
          <Menu.Item
            key={one}
            onClick={() => {
              if (workingGroupId === undefined) return;
              const paper = {
                document: 'decisionsOfPeriod' as const,
                workingGroupId,
                subGroupId: subGroup,
                from,
                to,
              };
              void exportFile(one, `${name}.${one}`, (grant, options) =>
                call(
                  'meetingDocuments:export',
                  { paper, today: localToday(), format: one, grant },
                  options,
                ),
              );
            }}
          >
            {t(`meetingPapers:format.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
