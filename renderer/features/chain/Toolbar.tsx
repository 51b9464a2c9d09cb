import { ActionIcon, Checkbox, SegmentedControl } from '@mantine/core';
import { IconDownload, IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ChainFormat } from '#contract/chain.channels.ts';
import { chainFormats } from '#contract/chain.channels.ts';
import type { ChainGraph, ChainSide } from '#contract/chain.views.ts';
import { chainSides } from '#contract/chain.views.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { FormatMenu } from '#ui/FormatMenu.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import classes from './Chain.module.css';
import { isOrphan } from './links-of.ts';

const views = ['picture', 'table', 'evolution'] as const;
export type ChainView = (typeof views)[number];

export interface ToolbarProps {
  readonly graph: ChainGraph;
  readonly view: ChainView;
  readonly onView: (view: ChainView) => void;
  readonly side: ChainSide;
  readonly onSide: (side: ChainSide) => void;
  readonly orphansOnly: boolean;
  readonly onOrphansOnly: (only: boolean) => void;
  readonly withSubGroups: boolean;
  readonly onSubGroups: (shown: boolean) => void;
  readonly isReading: boolean;
  readonly onReading: (shown: boolean) => void;
}

/** How the chain is shown, which part of it, and what it can be written as. */
export function Toolbar(props: ToolbarProps) {
  const { graph, view, side, orphansOnly, withSubGroups, isReading } = props;
  const { t } = useTranslation('chain');
  const { year } = graph;
  const orphans = graph.nodes.filter(isOrphan).length;
  const write = (format: ChainFormat): void => {
    void exportFile(format, `${t('fileName', { year })}.${format}`, (grant, options) =>
      call(
        'chain:export',
        {
          groupId: graph.groupId,
          year,
          side,
          withSubGroups,
          format,
          today: localToday(),
          grant,
        },
        options,
      ),
    );
  };
  return (
    <div className={classes['bar']}>
      <SegmentedControl
        size="xs"
        aria-label={t('view.name')}
        data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={view}
        onChange={(next) => props.onView(next)}
      />
      {view !== 'evolution' && (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('side.name')}
            data={chainSides.map((value) => ({ value, label: t(`side.${value}`) }))}
            value={side}
            onChange={(next) => props.onSide(next)}
          />
          <Checkbox
            size="xs"
            label={`${t('orphansOnly')} (${orphans})`}
            checked={orphansOnly}
            onChange={(event) => props.onOrphansOnly(event.currentTarget.checked)}
          />
          {(graph.leftOut > 0 || withSubGroups) && (
            <Checkbox
              size="xs"
              label={t('withSubGroups')}
              checked={withSubGroups}
              onChange={(event) => props.onSubGroups(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      <div className={classes['end']}>
        <ActionIcon
          size="lg"
          variant={isReading ? 'light' : 'subtle'}
          aria-label={t('readTitle')}
          title={t('readTitle')}
          aria-expanded={isReading}
          onClick={() => props.onReading(!isReading)}
        >
          <IconHelp size="1.2rem" aria-hidden />
        </ActionIcon>
        <FormatMenu
          name={t('export')}
          icon={IconDownload}
          formats={chainFormats}
          labelOf={(format) => t(`format.${format}`)}
          saysOf={(format) => t('exportAs', { format: format.toUpperCase() })}
          isDisabled={graph.nodes.length === 0}
          onChoose={write}
        />
      </div>
    </div>
  );
}
