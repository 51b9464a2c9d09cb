import { Badge, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { fold } from '#ui/fold.ts';

import classes from '../Events.module.css';
import type { B2bProps } from './b2b-props.ts';
import { ParticipantSheet } from './ParticipantSheet.tsx';

/** Who takes part in the meetings, and for each what they wish and when they are there. */
export function Participants({ id, sheet, isReadOnly }: B2bProps) {
  const { t } = useTranslation('eventsScreen');
  const [text, setText] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const asked = fold(text.trim());
  const found = sheet.participants.filter(({ name }) => fold(name).includes(asked));
  const open =
    sheet.participants.find(({ organisationId }) => organisationId === openId) ?? found[0] ?? null;
  return (
    <div className={classes['pick']}>
      <div>
        <TextInput
          size="xs"
          mb="xs"
          aria-label={t('participants.filter')}
          placeholder={t('participants.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {(['buyer', 'company'] as const).map((side) => {
          const those = found.filter((one) => one.side === side);
          return (
            <section key={side} aria-label={t(`participants.${side}`)}>
              <h3 className={classes['heading']}>
                {t(`participants.${side}`)} <span className={classes['quiet']}>{those.length}</span>
              </h3>
              <ul className={classes['plain']}>
                {those.map((one) => (
                  <li key={one.id}>
                    <button
                      type="button"
                      className={classes['entry']}
                      aria-pressed={open?.id === one.id}
                      onClick={() => setOpenId(one.organisationId)}
                    >
                      <span className={classes['grow']}>{one.name}</span>
                      {one.isWithdrawn ? (
                        <Badge color="red" variant="light">
                          {t('participants.out')}
                        </Badge>
                      ) : (
                        <span className={classes['quiet']}>
                          {t('participants.short', { meetings: one.meetings, wishes: one.wishes })}
                        </span>
                      )}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {open === null ? (
        <Text size="sm" c="dimmed">
          {t('participants.none')}
        </Text>
      ) : (
        <ParticipantSheet
          key={open.id}
          id={id}
          sheet={sheet}
          participant={open}
          isReadOnly={isReadOnly}
        />
      )}
    </div>
  );
}
