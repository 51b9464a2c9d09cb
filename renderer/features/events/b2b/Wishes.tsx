import { Badge, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { WishView } from '#contract/timetable.channels.ts';
import { fold } from '#ui/fold.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { Choices } from '../Choices.tsx';
import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import type { ParticipantSheetProps } from './ParticipantSheet.tsx';

const strengths = ['0', '1', '2', '3'] as const;

/** Whom a participant wishes to meet, and who wishes to meet it. */
export function Wishes({ id, sheet, participant, isReadOnly }: ParticipantSheetProps) {
  const { t } = useTranslation('eventsScreen');
  const { organisationId, side } = participant;
  const own = sheet.wishes.filter(({ fromId }) => fromId === organisationId);
  const others = sheet.wishes.filter(({ toId }) => toId === organisationId);
  const known = new Set(own.map(({ toId }) => toId));
  const offered = sheet.participants
    .filter((one) => one.side !== side && !one.isWithdrawn && !known.has(one.organisationId))
    .map((one) => ({ value: one.organisationId, label: one.name }))
    .toSorted((a, b) => fold(a.label).localeCompare(fold(b.label)));
  function wish(fromId: string, toId: string, strength: number): void {
    void doWrite('timetable:wish', { id, fromId, toId, strength });
  }
  return (
    <>
      <Section title={t('wishes.own')} count={own.length}>
        <ul className={classes['plain']}>
          {own.map((one) => (
            <WishRow
              key={one.id}
              wish={one}
              name={one.toName}
              isReadOnly={isReadOnly}
              onChange={(strength) => wish(one.fromId, one.toId, strength)}
            />
          ))}
        </ul>
        {!isReadOnly && (
          <Select
            key={own.length}
            size="xs"
            maw="24rem"
            mt="xs"
            label={t('wishes.add')}
            placeholder={t('wishes.choose')}
            searchable
            data={offered}
            value={null}
            onChange={(toId) => {
              if (toId === null) return;
              wish(organisationId, toId, 2);
            }}
          />
        )}
      </Section>
      <Section title={t('wishes.others')} count={others.length}>
        {others.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('wishes.noOther')}
          </Text>
        )}
        <ul className={classes['plain']}>
          {others.map((one) => (
            <WishRow
              key={one.id}
              wish={one}
              name={one.fromName}
              isReadOnly={isReadOnly}
              onChange={(strength) => wish(one.fromId, one.toId, strength)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

interface WishRowProps {
  readonly wish: WishView;
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onChange: (strength: number) => void;
}

function WishRow({ wish, name, isReadOnly, onChange }: WishRowProps) {
  const { t } = useTranslation('eventsScreen');
  return (
    <li className={classes['item']}>
      <div className={classes['line']}>
        <span className={classes['grow']}>{name}</span>
        {wish.isGranted && <Badge variant="light">{t('wishes.granted')}</Badge>}
        <Choices
          label={t('wishes.strength', { name })}
          options={strengths.map((value) => ({ value, label: t(`wishes.level.${value}`) }))}
          value={strengths.find((one) => Number(one) === wish.strength) ?? null}
          isReadOnly={isReadOnly}
          onChange={(value) => onChange(Number(value))}
        />
      </div>
    </li>
  );
}
