import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { RowRecord } from '../RowRecord.tsx';
import { Demos } from './Demos.tsx';
import { Pitches } from './Pitches.tsx';
import { ProgrammeItems } from './ProgrammeItems.tsx';

/** The day as it will go, and what there is to know of the event itself. */
export function ProgrammeTab(props: EventTabProps) {
  const { id, sheet, isReadOnly } = props;
  const { t } = useTranslation('eventsScreen');
  const of = { table: 'event', id, port: recordPort, isReadOnly } as const;
  return (
    <div className={classes['columns']} data-even>
      <div>
        <ProgrammeItems {...props} />
        <Pitches {...props} />
        <Demos {...props} />
      </div>
      <div>
        <Figures {...props} />
        <Partners {...props} />
        <Calls {...props} />
        <Section title={t('about')}>
          <RecordForm {...of} record={sheet.record} />
        </Section>
        <RecordHistory {...of} />
      </div>
    </div>
  );
}

function Partners({ id, sheet, isReadOnly }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  return (
    <Section title={t('partners.title')} count={sheet.partners.length}>
      <ul className={classes['plain']}>
        {sheet.partners.map((partner) => (
          <li key={partner.id} className={classes['item']}>
            <RowRecord
              table="eventPartner"
              id={partner.id}
              name={partner.name}
              isReadOnly={isReadOnly}
            >
              <Anchor href={recordPort.hrefOf('organisation', partner.organisationId)} size="sm">
                {partner.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {partner.role}
              </Text>
            </RowRecord>
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <ReferencePicker
          key={sheet.partners.length}
          table="organisation"
          label={t('partners.add')}
          port={recordPort}
          size="xs"
          isOptional
          value={null}
          onChange={(organisationId) => {
            if (organisationId === null) return;
            recordPort
              .create('eventPartner', { eventId: id, organisationId })
              .catch(recordPort.report);
          }}
        />
      )}
    </Section>
  );
}

function Figures({ sheet: { figures } }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  return (
    <Section title={t('figures.title')} count={figures.length}>
      {figures.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('figures.none')}
        </Text>
      )}
      <ul className={classes['plain']}>
        {figures.map((figure) => (
          <li key={figure.measurementId} className={classes['item']}>
            <Text size="sm">
              <strong>
                {t(figure.isMinimum ? 'figures.atLeast' : 'figures.value', {
                  value: format.number(figure.value),
                  unit: figure.unit ?? '',
                })}
              </strong>
              {` – ${figure.indicatorName}`}
            </Text>
            <Text size="xs" c="dimmed">
              {figure.sourceTitle === null
                ? t('figures.noSource', { day: format.date(figure.asOfOn) })
                : t('figures.source', {
                    day: format.date(figure.asOfOn),
                    source: [figure.sourceTitle, figure.locator].filter(Boolean).join(', '),
                  })}
            </Text>
            {figure.note !== null && <Text size="xs">{figure.note}</Text>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Calls({ sheet: { calls, children, parent } }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  if (calls.length + children.length === 0 && parent === null) return null;
  return (
    <Section title={t('links.title')}>
      <ul className={classes['plain']}>
        {parent !== null && (
          <li className={classes['item']}>
            <Text size="sm" component="span">
              {t('links.parent')}{' '}
            </Text>
            <Anchor href={recordPort.hrefOf('event', parent.id)} size="sm">
              {parent.name}
            </Anchor>
          </li>
        )}
        {children.map((child) => (
          <li key={child.id} className={classes['item']}>
            <Anchor href={recordPort.hrefOf('event', child.id)} size="sm">
              {child.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {child.startsOn === null ? t('noDate') : format.date(child.startsOn)}
            </Text>
          </li>
        ))}
        {calls.map((one) => (
          <li key={one.id} className={classes['item']}>
            <Anchor href={recordPort.hrefOf('callForInterest', one.id)} size="sm">
              {one.title}
            </Anchor>
            <Text size="xs" c="dimmed">
              {t('links.call', { pitches: one.pitches, stands: one.stands })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
