import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { StandView } from '#contract/event.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import { RowRecord } from '../RowRecord.tsx';

export interface StandListProps {
  readonly stands: readonly StandView[];
  readonly isReadOnly: boolean;
  readonly picked: string | null;
  readonly onPick: (id: string | null) => void;
}

/** The stands one by one, those that are nowhere yet first. */
export function StandList({ stands, isReadOnly, picked, onPick }: StandListProps) {
  const { t } = useTranslation('eventsScreen');
  const nowhere = stands.filter(({ planRow }) => planRow === null);
  const placed = stands.filter(({ planRow }) => planRow !== null);
  return (
    <Section title={t('stands.list')} count={stands.length}>
      {stands.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('stands.none')}
        </Text>
      )}
      {nowhere.length > 0 && (
        <Text size="sm" fw={600}>
          {t('stands.nowhere', { count: nowhere.length })}
        </Text>
      )}
      <ul className={classes['plain']}>
        {[...nowhere, ...placed].map((stand) => (
          <li key={stand.id} className={classes['item']}>
            <RowRecord
              table="stand"
              id={stand.id}
              name={stand.organisationName}
              isReadOnly={isReadOnly}
            >
              <div className={classes['line']}>
                <span className={classes['rank']}>{stand.number ?? '–'}</span>
                <div className={classes['grow']}>
                  <Anchor href={recordPort.hrefOf('organisation', stand.organisationId)} size="sm">
                    {stand.organisationName}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {[
                      stand.segmentName,
                      stand.planRow === null || stand.planColumn === null
                        ? t('stands.notOnPlan')
                        : t('stands.at', { row: stand.planRow, column: stand.planColumn }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                {!stand.isSelected && (
                  <Badge color="red" variant="light">
                    {t('noLongerSelected')}
                  </Badge>
                )}
                {!isReadOnly && stand.planRow === null && (
                  <Button
                    size="compact-xs"
                    variant={picked === stand.id ? 'filled' : 'default'}
                    aria-pressed={picked === stand.id}
                    aria-label={t('stands.placeOne', { name: stand.organisationName })}
                    onClick={() => onPick(picked === stand.id ? null : stand.id)}
                  >
                    {t('stands.place')}
                  </Button>
                )}
                {!isReadOnly && stand.planRow !== null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={t('stands.takeOffOne', { name: stand.organisationName })}
                    onClick={() =>
                      void doWrite('events:placeStand', { standId: stand.id, at: null })
                    }
                  >
                    {t('stands.takeOff')}
                  </Button>
                )}
              </div>
            </RowRecord>
          </li>
        ))}
      </ul>
    </Section>
  );
}
