import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconLink, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { RoadmapItemView } from '#contract/deliverable.channels.ts';
import { recordPort } from '#stores/record-port.ts';

import { DependencyForm } from './DependencyForm.tsx';
import styles from './Roadmap.module.css';

export interface DependenciesProps {
  readonly items: readonly RoadmapItemView[];
  readonly isReadOnly: boolean;
  /** The milestone whose link is being chosen, an empty text before one is; null when none is. */
  readonly linkingId: string | null;
  readonly onLinking: (id: string | null) => void;
}

/** Which milestone waits for which, with what contradicts it; links are made and cut here. */
export function Dependencies({ items, isReadOnly, linkingId, onLinking }: DependenciesProps) {
  const { t } = useTranslation('deliverables');
  const milestones = items.filter(({ table }) => table === 'milestone');
  const linked = milestones.flatMap(({ dependsOn, ...item }) =>
    dependsOn === null ? [] : [{ ...item, dependsOn }],
  );
  if (linked.length === 0 && (isReadOnly || milestones.length === 0)) return null;

  function cut(id: string): void {
    recordPort.save('milestone', id, { dependsOnId: null }).catch(recordPort.report);
  }

  return (
    <div className={styles.dependencies}>
      {linked.length > 0 && (
        <>
          <h4 className={styles.undatedTitle}>{t('roadmap.dependencies')}</h4>
          <ul className={styles.undated}>
            {linked.map(({ id, title, dependsOn, isTooEarly }) => (
              <li key={id}>
                <div className={styles.dependency}>
                  <span className={styles.order}>
                    <span>{dependsOn.title}</span>
                    <IconArrowRight size="1rem" aria-label={t('roadmap.precedes')} role="img" />
                    <span>{title}</span>
                  </span>
                  {!isReadOnly && (
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      aria-label={t('roadmap.cut', { title, before: dependsOn.title })}
                      title={t('roadmap.cut', { title, before: dependsOn.title })}
                      onClick={() => cut(id)}
                    >
                      <IconX size="0.9rem" />
                    </ActionIcon>
                  )}
                </div>
                {isTooEarly && (
                  <p className={styles.warning}>
                    <IconAlertTriangle size="1rem" aria-hidden />
                    {t('roadmap.tooEarly', { title, before: dependsOn.title })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {!isReadOnly && linkingId === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconLink size="1rem" aria-hidden />}
          onClick={() => onLinking('')}
        >
          {t('roadmap.link')}
        </Button>
      )}
      {!isReadOnly && linkingId !== null && (
        <DependencyForm
          key={linkingId}
          milestones={milestones}
          milestoneId={linkingId === '' ? null : linkingId}
          onDone={() => onLinking(null)}
        />
      )}
    </div>
  );
}
