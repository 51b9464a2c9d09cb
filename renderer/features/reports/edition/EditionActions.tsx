import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowsDiff,
  IconDotsVertical,
  IconDownload,
  IconRefresh,
  IconSquare,
  IconSquareCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { EditionFormat, EditionView } from '#contract/edition.views.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { exportFile } from '#stores/exports.store.ts';
import { operations } from '#stores/operations.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { FormatMenu } from '#ui/FormatMenu.tsx';

import { doWrite } from '../do-write.ts';
import { comparePath, editionPath, reportsPath } from '../paths.ts';
import { RenameForm } from './RenameForm.tsx';

interface EditionActionsProps {
  readonly edition: EditionView;
  readonly onRefresh: () => void;
}

/** What can be done with an edition: refreshed, settled, published, written to files, compared. */
export function EditionActions({ edition, onRefresh }: EditionActionsProps) {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const [withSources, setWithSources] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const { id, title, status, drift, formats, isLocked } = edition;
  const stale = isLocked || drift === null ? 0 : drift.appeared + drift.changed + drift.vanished;

  function exportAs(format: EditionFormat): void {
    void exportFile(format, title, (grant, options) =>
      call('editions:export', { id, format, withSources, grant }, options),
    );
  }

  async function reopen(): Promise<void> {
    const made = await doWrite('editions:reopen', { id });
    if (made !== null) navigate(editionPath(made.id));
  }

  async function remove(): Promise<void> {
    try {
      await operations.remove('reportEdition', [id]);
      navigate(reportsPath);
    } catch (thrown) {
      reportError(thrown);
    }
  }

  if (isRenaming) return <RenameForm id={id} title={title} onDone={() => setRenaming(false)} />;
  return (
    <>
      {!isReadOnly && !isLocked && (
        <Button
          size="compact-md"
          variant={stale > 0 ? 'light' : 'default'}
          leftSection={<IconRefresh size="1rem" aria-hidden />}
          onClick={onRefresh}
        >
          {stale > 0 ? t('refresh.stale', { count: stale }) : t('refresh.action')}
        </Button>
      )}
      {!isReadOnly && status === 'draft' && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => void doWrite('editions:freeze', { id })}
        >
          {t('freeze')}
        </Button>
      )}
      {!isReadOnly && status === 'frozen' && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => void doWrite('editions:publish', { id })}
        >
          {t('publish')}
        </Button>
      )}
      <FormatMenu
        name={t('export')}
        icon={IconDownload}
        isMain
        formats={formats}
        labelOf={(format) => t(`format.${format}`)}
        saysOf={(format) => t('exportAs', { name: title, format: format.toUpperCase() })}
        onChoose={exportAs}
      >
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={withSources}
          closeMenuOnClick={false}
          leftSection={
            withSources ? (
              <IconSquareCheck size="1rem" aria-hidden />
            ) : (
              <IconSquare size="1rem" aria-hidden />
            )
          }
          onClick={() => setWithSources(!withSources)}
        >
          {t('withSources')}
        </Menu.Item>
      </FormatMenu>
      <Menu
        position="bottom-end"
        shadow="md"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('more')}>
            <IconDotsVertical size="1.1rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowsDiff size="1rem" aria-hidden />}
            onClick={() => navigate(comparePath(id))}
          >
            {t('compare.with')}
          </Menu.Item>
          {!isReadOnly && !isLocked && (
            <Menu.Item onClick={() => setRenaming(true)}>{t('rename')}</Menu.Item>
          )}
          {!isReadOnly && isLocked && (
            <Menu.Item onClick={() => void reopen()}>{t('reopen')}</Menu.Item>
          )}
          {!isReadOnly && (
            <Menu.Item color="red" onClick={() => void remove()}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
