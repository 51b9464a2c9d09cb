import { ActionIcon, Anchor, Select, Text } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorsView, ResultView } from '#contract/indicator.views.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { Fields } from './Fields.tsx';
import styles from './Indicators.module.css';
import { linkChain } from './Results.tsx';
import { useAmounts } from './use-amounts.ts';

export interface ResultSheetProps {
  readonly result: ResultView;
  readonly data: IndicatorsView;
  readonly isReadOnly: boolean;
}

/** Everything about a result: what it is, the objectives it serves, the figures that show it. */
export function ResultSheet({ result, data, isReadOnly }: ResultSheetProps) {
  const { t } = useTranslation('indicators');
  const { id } = result;
  return (
    <>
      <Fields
        table="result"
        id={id}
        names={['title', 'obtainedOn', 'eventId', 'deliverableId', 'description']}
        wide={['title', 'description']}
        isReadOnly={isReadOnly}
      />
      <Section title={t('results.objectives')} count={result.objectives.length} anchor="objectives">
        <Objectives {...{ result, data, isReadOnly }} />
      </Section>
      <Section title={t('results.figures')} count={result.figures.length} anchor="figures">
        <Figures {...{ result, data, isReadOnly }} />
      </Section>
      <RecordHistory table="result" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}

function Objectives({ result, data, isReadOnly }: ResultSheetProps) {
  const { t } = useTranslation('indicators');
  const linked = new Set(result.objectives.map(({ id }) => id));
  return (
    <>
      {result.objectives.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('results.noObjective')}
        </Text>
      )}
      <ul className={styles.links}>
        {result.objectives.map(({ id, linkId, label, via }) => (
          <li key={id}>
            <span>
              <Anchor size="sm" underline="always" href={recordPort.hrefOf('objective', id)}>
                {label}
              </Anchor>
              {via !== null && (
                <span className={styles.quiet}> {t('results.via', { name: via.label })}</span>
              )}
            </span>
            {via === null && !isReadOnly && (
              <Unlink linkId={linkId} label={t('results.removeObjective', { name: label })} />
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <LinkPicker
          label={t('results.addObjective')}
          options={data.objectives
            .filter(({ id }) => !linked.has(id))
            .map(({ id, label, detail }) => ({
              value: id,
              label: detail === '' ? label : `${label} (${detail})`,
            }))}
          onPick={(id) => linkChain({ table: 'objective', id }, { table: 'result', id: result.id })}
        />
      )}
    </>
  );
}

function Figures({ result, data, isReadOnly }: ResultSheetProps) {
  const { t } = useTranslation('indicators');
  const format = useFormat();
  const { stated } = useAmounts();
  const linked = new Set(result.figures.map(({ measurementId }) => measurementId));
  const inWords = (
    figure: { value: number; isMinimum: boolean; asOfOn: string },
    name: string,
    unit: string | null,
  ): string =>
    t('results.figure', {
      value: stated(figure, unit),
      name,
      day: format.shortDate(figure.asOfOn),
    });
  return (
    <>
      {result.figures.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('results.noFigure')}
        </Text>
      )}
      <ul className={styles.links}>
        {result.figures.map((figure) => {
          const label = inWords(figure, figure.name, figure.unit);
          return (
            <li key={figure.linkId}>
              <Anchor size="sm" href={recordPort.hrefOf('measurement', figure.measurementId)}>
                {label}
              </Anchor>
              {!isReadOnly && (
                <Unlink
                  linkId={figure.linkId}
                  label={t('results.removeFigure', { name: figure.name })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <LinkPicker
          label={t('results.addFigure')}
          options={data.indicators.flatMap(({ name, unit, measurements }) =>
            measurements
              .filter(({ id }) => !linked.has(id))
              .map((one) => ({ value: one.id, label: inWords(one, name, unit) })),
          )}
          onPick={(id) =>
            linkChain({ table: 'result', id: result.id }, { table: 'measurement', id })
          }
        />
      )}
    </>
  );
}

function Unlink({ linkId, label }: { readonly linkId: string; readonly label: string }): ReactNode {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      onClick={() => {
        recordPort.remove('chainLink', [linkId]).catch(recordPort.report);
      }}
    >
      <IconLinkOff size="1rem" aria-hidden />
    </ActionIcon>
  );
}

interface LinkPickerProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (id: string) => void;
}

/** Chooses what to link; it is linked at once. */
function LinkPicker({ label, options, onPick }: LinkPickerProps) {
  return (
    <Select
      mt="xs"
      size="sm"
      searchable
      aria-label={label}
      placeholder={label}
      data={[...options]}
      value={null}
      onChange={(id) => {
        if (id !== null) onPick(id);
      }}
    />
  );
}
