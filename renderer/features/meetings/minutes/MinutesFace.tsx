import { Button, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { MeetingSheet, MinutesView } from '#contract/meeting.channels.ts';
import type { RecordRef } from '#domain/rich-text.ts';
import { isBlankRichText, parseRichText, refsOf } from '#domain/rich-text.ts';
import { useFormat } from '#ui/format.ts';

import { doWrite } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import { LateAddendum } from '../LateAddendum.tsx';
import classes from '../Meetings.module.css';
import type { Outcome } from '../Outcome.tsx';
import { OutcomeCard, outcomesOf } from '../Outcome.tsx';
import { RichTextView } from '../RichTextView.tsx';
import { ValidateForm } from './ValidateForm.tsx';
import { Versions } from './Versions.tsx';

/** The minutes as they will be read; signed off here, added to later, compared with what they were. */
export function MinutesFace({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const { minutes, addenda } = sheet;
  if (minutes === null) {
    return (
      <div className={classes['paper']}>
        <Text mb="md">{t('minutes.none')}</Text>
        {!isReadOnly && (
          <Button component={Link} href={`/meetings/${id}/hold`}>
            {t('minutes.goHold')}
          </Button>
        )}
      </div>
    );
  }
  const isValidated = minutes.status === 'validated';
  const hasDraft = addenda.some(({ status }) => status !== 'validated');
  return (
    <article className={classes['paper']}>
      <Title order={2} size="h3" mb="sm">
        {minutes.number === null
          ? t('minutes.heading')
          : t('minutes.numbered', { number: minutes.number })}
      </Title>
      <Signature minutes={minutes} />
      <People sheet={sheet} />
      <Body sheet={sheet} minutes={minutes} />
      {addenda.map((addendum) => (
        <section key={addendum.id}>
          <Title order={3} size="h4" mt="xl" mb="xs">
            {addendum.number === null
              ? t('minutes.addendum')
              : t('minutes.addendumNumbered', { number: addendum.number })}
          </Title>
          <Signature minutes={addendum} />
          {addendum.status === 'validated' || isReadOnly ? (
            <Words text={addendum.body} outcomes={outcomesOf(sheet)} />
          ) : (
            <>
              <LateAddendum id={id} sheet={sheet} addendum={addendum} />
              <ValidateForm sheet={sheet} minutes={addendum} />
            </>
          )}
        </section>
      ))}
      {!isReadOnly && !isValidated && <ValidateForm sheet={sheet} minutes={minutes} />}
      {!isReadOnly && isValidated && !hasDraft && (
        <Button
          mt="lg"
          variant="default"
          onClick={() => void doWrite('minutes:amend', { minutesId: minutes.id })}
        >
          {t('minutes.addAddendum')}
        </Button>
      )}
      <Versions minutesId={minutes.id} />
    </article>
  );
}

function Signature({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  if (minutes.status !== 'validated' || minutes.validatedAt === null) return null;
  const { validatedAt, validatedByName } = minutes;
  return (
    <p className={classes['signed']}>
      <IconLock size="1.1rem" aria-hidden />
      {t('minutes.signed', { day: date(validatedAt), name: validatedByName ?? '' })}
    </p>
  );
}

const STATUSES = ['present', 'represented', 'excused', 'absent'] as const;

function People({ sheet }: { readonly sheet: MeetingSheet }) {
  const { t } = useTranslation('meetings');
  const lists = STATUSES.map((status) => ({
    status,
    names: sheet.attendance
      .filter((line) => line.status === status)
      .map(({ name, representedByName }) =>
        status === 'represented' && representedByName !== null
          ? t('minutes.representedBy', { name, by: representedByName })
          : name,
      ),
  })).filter(({ names }) => names.length > 0);
  if (lists.length === 0) return null;
  return (
    <dl className={classes['people']}>
      {lists.map(({ status, names }) => (
        <div key={status} style={{ display: 'contents' }}>
          <dt>{t(`minutes.${status}`)}</dt>
          <dd>{names.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ sheet, minutes }: { readonly sheet: MeetingSheet; readonly minutes: MinutesView }) {
  const { t } = useTranslation('meetings');
  const outcomes = outcomesOf(sheet);
  return (
    <>
      <Words text={minutes.body} outcomes={outcomes} />
      {sheet.agenda.map((item, index) => {
        const doc = parseRichText(item.body);
        const placed = new Set(refsOf(doc).map((ref) => String(ref.attrs.id)));
        const others = [...item.decisions, ...item.actions].filter(({ id }) => !placed.has(id));
        return (
          <section key={item.id}>
            <Title order={3} size="h4" mt="lg" mb="xs">
              {index + 1}. {item.title}
              {item.status === 'postponed' && (
                <Text span c="dimmed" size="sm">
                  {' '}
                  ({t('hold.postponed')})
                </Text>
              )}
            </Title>
            {isBlankRichText(doc) && others.length === 0 && item.status !== 'postponed' && (
              <Text c="dimmed" size="sm">
                {t('minutes.nothing')}
              </Text>
            )}
            <Words text={item.body} outcomes={outcomes} />
            <Cards outcomes={others.flatMap(({ id }) => outcomes.get(id) ?? [])} />
          </section>
        );
      })}
      <Unplaced sheet={sheet} minutes={minutes} outcomes={outcomes} />
    </>
  );
}

/** Decisions and actions of no item in particular, unless the opening words place them. */
function Unplaced({
  sheet,
  minutes,
  outcomes,
}: {
  readonly sheet: MeetingSheet;
  readonly minutes: MinutesView;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}) {
  const bodies = [minutes.body, ...sheet.addenda.map(({ body }) => body)];
  const placed = new Set(
    bodies.flatMap((body) => refsOf(parseRichText(body)).map((ref) => String(ref.attrs.id))),
  );
  const others = [...sheet.otherDecisions, ...sheet.otherActions].filter(
    ({ id }) => !placed.has(id),
  );
  return <Cards outcomes={others.flatMap(({ id }) => outcomes.get(id) ?? [])} />;
}

function Cards({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  return outcomes.map((outcome) => <OutcomeCard key={outcome.view.id} outcome={outcome} />);
}

interface WordsProps {
  readonly text: string | null;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

function Words({ text, outcomes }: WordsProps) {
  const { t } = useTranslation('meetings');
  const doc = parseRichText(text);
  if (isBlankRichText(doc)) return null;
  const drawRef = (ref: RecordRef) => {
    const outcome = outcomes.get(ref.attrs.id);
    return outcome === undefined ? (
      <Text span c="dimmed" size="sm">
        {t('hold.deleted')}
      </Text>
    ) : (
      <OutcomeCard outcome={outcome} />
    );
  };
  return <RichTextView doc={doc} drawRef={drawRef} />;
}
