import { ActionIcon, Anchor, Button, Table, Text } from '@mantine/core';
import { IconClipboardList, IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { SurveyCounts } from '#contract/needs.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './Needs.module.css';
import { Page } from './Page.tsx';

interface CountsViewProps {
  readonly surveyId: string;
  readonly isReadOnly: boolean;
  readonly goTo: (view: 'answers' | 'forms') => void;
}

/** Who answered a census, counted; what is not broken down is told in each count. */
export function CountsView({ surveyId, isReadOnly, goTo }: CountsViewProps) {
  const { t } = useTranslation('needs');
  const { data, error } = useQuery('needs:counts', { surveyId });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined || data === null) return <LateLoader label={t('loading')} />;
  const { survey, byKind, bySegment, byDepartement } = data;
  const kindLines = byKind.map(({ kind, ...tally }) => ({
    ...tally,
    key: kind ?? 'none',
    label:
      kind === null ? t('counts.noKind') : t(`vocabulary:choice.organisation.buyerKind.${kind}`),
    isKnown: kind !== null,
  }));
  return (
    <Page label={t('view.counts')}>
      {survey.needs === 0 ? (
        <EmptyScreen
          icon={IconClipboardList}
          title={t('answers.emptyTitle')}
          description={t('counts.none')}
          actions={
            isReadOnly ? null : <Button onClick={() => goTo('forms')}>{t('view.forms')}</Button>
          }
        />
      ) : (
        <>
          <Sum counts={data} />
          <div className={styles['columns']}>
            <Breakdown
              title={t('counts.byKind')}
              column={t('counts.kindColumn')}
              lines={kindLines.filter(({ needs, isKnown }) => needs > 0 || isKnown)}
              total={survey}
            />
            <Breakdown
              title={t('counts.bySegment')}
              column={t('counts.segmentColumn')}
              lines={bySegment.map(({ segmentId, name, ...tally }) => ({
                ...tally,
                key: segmentId ?? 'none',
                label: name ?? t('counts.noSegment'),
                isKnown: segmentId !== null,
              }))}
              total={survey}
              note={survey.buyers === survey.needs ? null : t('counts.severalSegments')}
            />
            <Breakdown
              title={t('counts.byDepartement')}
              column={t('counts.departementColumn')}
              lines={byDepartement.map(({ code, name, ...tally }) => ({
                ...tally,
                key: code ?? 'none',
                label: name ?? t('counts.noDepartement'),
                isKnown: code !== null,
              }))}
              total={survey}
            />
          </div>
        </>
      )}
      <Asked asked={data.asked} isReadOnly={isReadOnly} />
    </Page>
  );
}

/** The sum in one line: « 27 réponses = 17 État + 4 collectivités + 6 sans précision ». */
function Sum({ counts: { survey, byKind } }: { readonly counts: SurveyCounts }) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  const parts = byKind
    .filter(({ buyers }) => buyers > 0)
    .map(({ kind, buyers }) =>
      t('counts.part', {
        number: number(buyers),
        what: t(`counts.kind.${kind ?? 'none'}`, { count: buyers }),
      }),
    );
  const unknown = byKind.find(({ kind }) => kind === null)?.buyers ?? 0;
  const total = t('counts.answers', { count: survey.buyers, shown: number(survey.buyers) });
  return (
    <>
      <p className={styles['sum']}>
        {t('counts.sum', { total, parts: parts.join(t('counts.plus')) })}
      </p>
      <Text size="sm" c="dimmed" mb="sm">
        {[
          survey.needs === survey.buyers
            ? null
            : t('counts.needsToo', { count: survey.needs, shown: number(survey.needs) }),
          unknown === 0
            ? null
            : t('counts.notBrokenDown', { count: unknown, shown: number(unknown) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
    </>
  );
}

interface BreakdownLine {
  readonly key: string;
  readonly label: string;
  readonly buyers: number;
  readonly needs: number;
  /** False for what the answers do not say. */
  readonly isKnown: boolean;
}

interface BreakdownProps {
  readonly title: string;
  readonly column: string;
  readonly lines: readonly BreakdownLine[];
  readonly total: { readonly buyers: number; readonly needs: number };
  readonly note?: string | null;
}

function Breakdown({ title, column, lines, total, note = null }: BreakdownProps) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  const most = Math.max(1, ...lines.map(({ needs }) => needs));
  return (
    <Section title={title}>
      <Table aria-label={title} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{column}</Table.Th>
            <Table.Th scope="col" className={styles['figure'] ?? ''}>
              {t('counts.buyers')}
            </Table.Th>
            <Table.Th scope="col" className={styles['figure'] ?? ''}>
              {t('counts.needs')}
            </Table.Th>
            <Table.Td className={styles['share'] ?? ''} aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, label, buyers, needs, isKnown }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td className={styles['figure'] ?? ''}>{number(buyers)}</Table.Td>
              <Table.Td className={styles['figure'] ?? ''}>{number(needs)}</Table.Td>
              <Table.Td aria-hidden>
                {needs > 0 && (
                  <div
                    className={styles['bar']}
                    data-unknown={isKnown ? undefined : true}
                    style={{ width: `${(100 * needs) / most}%` }}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('counts.total')}</Table.Th>
            <Table.Th className={styles['figure'] ?? ''}>{number(total.buyers)}</Table.Th>
            <Table.Th className={styles['figure'] ?? ''}>{number(total.needs)}</Table.Th>
            <Table.Td aria-hidden />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {note !== null && <p className={styles['quiet']}>{note}</p>}
    </Section>
  );
}

interface AskedProps {
  readonly asked: SurveyCounts['asked'];
  readonly isReadOnly: boolean;
}

/** Who was asked, and who has not answered yet. */
function Asked({ asked, isReadOnly }: AskedProps) {
  const { t } = useTranslation('needs');
  const { date, number } = useFormat();
  const silent = asked.filter(({ needs }) => needs === 0);
  return (
    <Section title={t('counts.asked')} count={asked.length} anchor="asked">
      {asked.length === 0 ? (
        <p className={styles['quiet']}>{t('counts.askedNone')}</p>
      ) : (
        <>
          <Text size="sm">
            {t('counts.askedSum', {
              answered: number(asked.length - silent.length),
              asked: number(asked.length),
            })}
          </Text>
          <Text size="sm" fw={600} mt="xs">
            {silent.length === 0
              ? t('counts.allAnswered')
              : t('counts.silent', { count: silent.length })}
          </Text>
          <ul className={styles['plain']}>
            {silent.map(({ id, organisationId, name, askedOn }) => (
              <li key={id} className={styles['item']}>
                <Anchor size="sm" href={recordPort.hrefOf('organisation', organisationId)}>
                  {name}
                </Anchor>
                <span className={styles['quiet']}>
                  {t('counts.askedOn', { date: date(askedOn) })}
                </span>
                {!isReadOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('counts.notAsked', { name })}
                    onClick={() => {
                      recordPort.remove('surveyRecipient', [id]).catch(recordPort.report);
                    }}
                  >
                    <IconUserMinus size="1rem" aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
