import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ConflictView } from '#contract/committee.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';
import type { CommitteeViewProps } from './CommitteeTab.tsx';
import { DeclareForm } from './DeclareForm.tsx';

const SHOWN = 100;

/** Why members may not be impartial, found or declared, and the recusals that follow. */
export function Conflicts({ phase, isReadOnly }: CommitteeViewProps) {
  const { t } = useTranslation('committeeScreen');
  const [shown, setShown] = useState(SHOWN);
  const phaseId = phase.id;
  const today = localToday();
  const { data, error } = useQuery('committee:conflicts', { phaseId, today });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  const open = data.filter(({ recusalId }) => recusalId === null);
  // What is still to be dealt with comes first.
  const lines = [...open, ...data.filter(({ recusalId }) => recusalId !== null)];

  const recuse = (some: readonly ConflictView[]): void => {
    operations
      .perform('committee:recuse', {
        phaseId,
        recusals: some.map(({ personId, applicationId }) => ({
          personId: personId,
          applicationId: applicationId,
        })),
        recordedOn: today,
      })
      .catch(reportError);
  };

  return (
    <div className={styles.scroll}>
      <div className={styles.columns} data-wide-first>
        <section className={styles.card} aria-labelledby="committee-conflicts">
          <Group justify="space-between" gap="xs">
            <h2 id="committee-conflicts" className={styles.heading}>
              {data.length === 0
                ? t('conflicts.none')
                : open.length === 0
                  ? t('conflicts.allDone')
                  : t('conflicts.open', { count: open.length, n: open.length })}
            </h2>
            {!isReadOnly && open.length > 1 && (
              <Button size="xs" variant="default" onClick={() => recuse(open.slice(0, 1000))}>
                {t('conflicts.recuseAll', { count: open.length, n: open.length })}
              </Button>
            )}
          </Group>
          {data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('conflicts.noneText')}
            </Text>
          ) : (
            <ul className={styles.lines}>
              {lines.slice(0, shown).map((line) => (
                <ConflictLine
                  key={`${line.personId} ${line.applicationId}`}
                  conflict={line}
                  isReadOnly={isReadOnly}
                  onRecuse={() => recuse([line])}
                />
              ))}
            </ul>
          )}
          {lines.length > shown && (
            <Button size="xs" variant="default" mt="xs" onClick={() => setShown(shown + SHOWN)}>
              {t('conflicts.more', { count: lines.length - shown })}
            </Button>
          )}
        </section>
        {!isReadOnly && <DeclareForm phaseId={phase.id} />}
      </div>
    </div>
  );
}

interface ConflictLineProps {
  readonly conflict: ConflictView;
  readonly isReadOnly: boolean;
  readonly onRecuse: () => void;
}

function ConflictLine({ conflict, isReadOnly, onRecuse }: ConflictLineProps) {
  const { t } = useTranslation('committeeScreen');
  const { personName, number, organisationName, title, reasons, stated, origin } = conflict;
  const { recusalId } = conflict;
  const about = { name: personName, number };
  // What was written down of a found conflict says its reasons again.
  const isSaidAgain = origin === 'detected' && reasons.length > 0;
  return (
    <li className={styles.line} data-recused={recusalId !== null || undefined}>
      <div>
        <div className={styles.who}>
          <strong>{personName}</strong>
          {' · '}
          {recusalId === null ? (
            t('who', { number, name: organisationName })
          ) : (
            <s>{t('who', { number, name: organisationName })}</s>
          )}
          <span className={styles.quiet}> {title}</span>
        </div>
        <ul className={styles.reasons}>
          {reasons.map(({ kind, isPast, sentence }) => (
            <li key={`${kind} ${sentence}`}>
              {sentence}
              {isPast && (
                <Badge size="xs" variant="default" ml={6} className={styles.badge ?? ''}>
                  {t('conflicts.past')}
                </Badge>
              )}
            </li>
          ))}
          {stated !== null && !isSaidAgain && (
            <li>
              {stated}
              <Badge size="xs" variant="default" ml={6} className={styles.badge ?? ''}>
                {t(origin === 'detected' ? 'conflicts.detected' : 'conflicts.declared')}
              </Badge>
            </li>
          )}
          {reasons.length === 0 && stated === null && <li>{t('conflicts.noReason')}</li>}
        </ul>
      </div>
      <div className={styles.lineActions}>
        {recusalId === null
          ? !isReadOnly && (
              <Button size="xs" aria-label={t('conflicts.recuseWho', about)} onClick={onRecuse}>
                {t('conflicts.recuse')}
              </Button>
            )
          : [
              <Badge key="state" color="gray" variant="light" className={styles.badge ?? ''}>
                {t('conflicts.recused')}
              </Badge>,
              !isReadOnly && (
                <Button
                  key="lift"
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('conflicts.liftWho', about)}
                  onClick={() => {
                    operations.remove('recusal', [recusalId]).catch(reportError);
                  }}
                >
                  {t('conflicts.lift')}
                </Button>
              ),
            ]}
      </div>
    </li>
  );
}
