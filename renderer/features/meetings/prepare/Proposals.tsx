import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Proposal } from '#contract/meeting.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Meetings.module.css';

/** What earlier meetings of the same body left open; one click puts it on the agenda. */
export function Proposals({ id }: { readonly id: string }) {
  const { t } = useTranslation('meetings');
  const { data: proposals = [] } = useQuery('meetings:proposals', { id, today: localToday() });
  const adopt = (taken: readonly Proposal[]): void => {
    const sources = taken.map(({ kind, sourceId }) => ({ kind, id: sourceId }));
    void doWrite('meetings:adopt', { id, sources });
  };
  const all =
    proposals.length < 2 ? null : (
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          adopt(proposals);
        }}
      >
        {t('prepare.adoptAll')}
      </Button>
    );

  return (
    <Section title={t('prepare.proposals')} count={proposals.length} action={all}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(proposals.length === 0 ? 'prepare.noProposal' : 'prepare.proposalsHelp')}
      </Text>
      <ul className={classes['plainList']}>
        {proposals.map((proposal) => (
          <li key={`${proposal.kind} ${proposal.sourceId}`} className={classes['proposal']}>
            <div>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {proposal.title}
                </Text>
                <Badge variant="light" color={proposal.isLate ? 'red' : 'gray'}>
                  {t(`prepare.proposal.${proposal.kind}`)}
                </Badge>
              </Group>
              <Origin proposal={proposal} />
            </div>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              aria-label={t('prepare.adoptOne', { title: proposal.title })}
              onClick={() => {
                adopt([proposal]);
              }}
            >
              {t('prepare.adopt')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Origin({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('meetings');
  const { shortDate } = useFormat();
  const { meetingTitle, heldOn, presenterName, dueOn, isLate } = proposal;
  const parts = [
    meetingTitle === null ? null : t('prepare.from', { meeting: meetingTitle }),
    heldOn === null ? null : shortDate(heldOn),
    presenterName,
    dueOn === null ? null : t('prepare.due', { day: shortDate(dueOn) }),
    isLate ? t('prepare.late') : null,
  ];
  return (
    <Text size="xs" c="dimmed">
      {parts.filter((part) => part !== null).join(' · ')}
    </Text>
  );
}
