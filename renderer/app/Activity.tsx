import { ActionIcon, Loader, Progress, Tooltip } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Task } from '#stores/activity.store.ts';
import { useActivity } from '#stores/activity.store.ts';

import classes from './Shell.module.css';

/** What is going on: long work and its progress, or that everything is saved. */
export function Activity() {
  const { t } = useTranslation();
  const task = useActivity((state) => state.tasks.at(-1));
  const isSaving = useActivity((state) => state.writesUnderWay > 0);
  const isSaved = useActivity((state) => state.savedAt !== null);
  if (task !== undefined) return <TaskProgress task={task} />;
  return (
    <div className={classes['saved']} role="status">
      {isSaving ? <Loader size={14} aria-hidden="true" /> : null}
      {isSaved && !isSaving ? <IconCheck size={16} stroke={2.2} aria-hidden="true" /> : null}
      {isSaving ? t('shell:saving') : null}
      {isSaved && !isSaving ? t('shell:saved') : null}
    </div>
  );
}

function TaskProgress({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const { progress } = task;
  const share =
    progress === null || progress.total === null || progress.total === 0
      ? null
      : (100 * progress.done) / progress.total;
  const label = t(task.labelKey);
  return (
    <div className={classes['saved']}>
      <span role="status">{label}</span>
      {share === null ? (
        <Loader size={16} aria-hidden="true" />
      ) : (
        <Progress value={share} w={96} aria-label={label} />
      )}
      <Tooltip label={t('shell:task.cancel')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--r-text)"
          aria-label={t('shell:task.cancel')}
          onClick={task.cancel}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
