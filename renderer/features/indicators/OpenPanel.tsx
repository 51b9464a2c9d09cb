import type { TFunction } from 'i18next';

import type { IndicatorsView } from '#contract/indicator.views.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';

import { CountedRecords } from './CountedRecords.tsx';
import { IndicatorSheet } from './IndicatorSheet.tsx';
import { MeasurementForm } from './MeasurementForm.tsx';
import { NewIndicator } from './NewIndicator.tsx';
import { NewResult } from './NewResult.tsx';
import { ResultSheet } from './ResultSheet.tsx';
import type { OpenPart } from './use-place.ts';

/** The heading of what is open; null when nothing is. */
export function panelTitle(t: TFunction, open: OpenPart, data: IndicatorsView): string | null {
  const named = 'id' in open ? open.id : null;
  const indicator = data.indicators.find(({ id }) => id === named);
  switch (open.kind) {
    case 'nothing':
      return null;
    case 'newIndicator':
      return t('indicators:new');
    case 'newResult':
      return t('indicators:results.add');
    case 'result':
      return data.results.find(({ id }) => id === named)?.title ?? t('indicators:results.about');
    case 'value':
      return open.measurementId === null
        ? t('indicators:form.titleNew')
        : t('vocabulary:entity.measurement.one');
    default:
      return indicator?.name ?? t('indicators:sheet.about');
  }
}

export interface OpenPanelProps {
  readonly open: OpenPart;
  readonly data: IndicatorsView;
  readonly groupId: string;
  readonly year: number;
  readonly asOfOn: string;
  readonly isReadOnly: boolean;
  readonly go: (path: string | null) => void;
}

/** What is open beside the lists. */
export function OpenPanel({ open, data, groupId, year, asOfOn, isReadOnly, go }: OpenPanelProps) {
  if (open.kind === 'nothing') return null;
  if (open.kind === 'newIndicator') {
    return isReadOnly ? null : <NewIndicator groupId={groupId} data={data} onMade={go} />;
  }
  if (open.kind === 'newResult') {
    const position = data.results.length + 1;
    const onMade = (id: string): void => go(`results/${id}`);
    return isReadOnly ? null : <NewResult {...{ groupId, year, position, onMade }} />;
  }
  if (open.kind === 'result') {
    const result = data.results.find(({ id }) => id === open.id);
    return result === undefined ? (
      <MissingRecord />
    ) : (
      <ResultSheet key={open.id} {...{ result, data, isReadOnly }} />
    );
  }
  const indicator = data.indicators.find(({ id }) => id === open.id);
  if (indicator === undefined) return <MissingRecord />;
  if (open.kind === 'counted') {
    return <CountedRecords indicator={indicator} asOfOn={asOfOn} onBack={() => go(open.id)} />;
  }
  if (open.kind === 'value') {
    return isReadOnly ? null : (
      <MeasurementForm
        key={open.measurementId ?? 'new'}
        indicator={indicator}
        measurement={indicator.measurements.find(({ id }) => id === open.measurementId) ?? null}
        usualDay={asOfOn}
        onDone={() => go(open.id)}
      />
    );
  }
  return (
    <IndicatorSheet key={open.id} {...{ indicator, asOfOn, isReadOnly }} go={(path) => go(path)} />
  );
}
