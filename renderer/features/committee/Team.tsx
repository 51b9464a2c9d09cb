import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';
import { TenureList } from '#ui/record-form/TenureList.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';
import type { CommitteeViewProps } from './CommitteeTab.tsx';
import { Criteria } from './Criteria.tsx';
import { MemberForm } from './MemberForm.tsx';
import { RankingMethod } from './RankingMethod.tsx';

/** Who sits on the committee, what they judge by, and how their scores become one. */
export function Team(props: CommitteeViewProps) {
  const { phase, isReadOnly } = props;
  const { t } = useTranslation('committeeScreen');
  const { data: method, error } = useQuery(
    'committee:method',
    { phaseId: phase.id, today: localToday() },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (method === undefined) return null;
  return (
    <div className={styles.scroll}>
      {method.obstacles.length > 0 && (
        <section className={styles.notice} aria-label={t('obstacles')}>
          <IconAlertTriangle size="1.1rem" aria-hidden />
          <ul className={styles.plainList}>
            {method.obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.columns}>
        <Members {...props} />
        <div className={styles.stack}>
          <Criteria phaseId={phase.id} criteria={method.criteria} isReadOnly={isReadOnly} />
          <RankingMethod phase={phase} sentences={method.sentences} isReadOnly={isReadOnly} />
        </div>
      </div>
    </div>
  );
}

function Members({ sheet, phase, isReadOnly }: CommitteeViewProps) {
  const { t } = useTranslation('committeeScreen');
  const [isAdding, setAdding] = useState(false);
  const { data: team, error } = useQuery('committee:team', { phaseId: phase.id });
  if (error !== null) return <RefusalNote error={error} />;
  if (team === undefined) return null;
  const { committeeId, committeeName, mandates, seats } = team;

  async function createCommittee(): Promise<void> {
    try {
      const made = await operations.create('committee', {
        workingGroupId: sheet.workingGroupId,
        callId: sheet.id,
        name: t('team.newCommittee', { phase: phase.name }),
      });
      await operations.update('phase', phase.id, {
        committeeId: made.id,
      });
    } catch (thrown) {
      reportError(thrown);
    }
  }

  return (
    <section className={styles.card} aria-labelledby="committee-members">
      <h2 id="committee-members" className={styles.heading}>
        {committeeName ?? t('team.members')}
      </h2>
      {committeeId === null ? (
        <>
          <Text size="sm" c="dimmed">
            {t('team.noCommittee')}
          </Text>
          {!isReadOnly && (
            <Button size="xs" mt="xs" onClick={() => void createCommittee()}>
              {t('team.createCommittee')}
            </Button>
          )}
        </>
      ) : (
        <>
          {mandates.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('team.noMembers')}
            </Text>
          )}
          {seats.length > 0 && (
            <Text size="sm" c="dimmed" mt={4}>
              {t('team.seats', { names: seats.map(({ name }) => name).join(t('and')) })}
            </Text>
          )}
          <TenureList
            table="mandate"
            day={localToday()}
            port={recordPort}
            isReadOnly={isReadOnly}
            lines={mandates.map((mandate) => ({
              ...mandate,
              name: mandate.personLabel,
              href: recordPort.hrefOf('person', mandate.personId),
              detail: [
                t(`vocabulary:choice.mandate.role.${mandate.role}`),
                mandate.organisationLabel,
              ]
                .filter((part) => part !== null)
                .join(t('and')),
            }))}
            renderEditor={(id) => (
              <StoredForm table="mandate" id={id} port={recordPort} isReadOnly={isReadOnly} />
            )}
          />
          {isAdding ? (
            <MemberForm committeeId={committeeId} onDone={() => setAdding(false)} />
          ) : (
            !isReadOnly && (
              <Button
                size="xs"
                mt="xs"
                variant={mandates.length === 0 ? 'filled' : 'default'}
                leftSection={<IconPlus size="1rem" aria-hidden />}
                onClick={() => setAdding(true)}
              >
                {t('team.addMember')}
              </Button>
            )
          )}
        </>
      )}
    </section>
  );
}
