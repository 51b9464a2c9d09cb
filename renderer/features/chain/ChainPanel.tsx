import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph, ChainLinkView, ChainMarkView } from '#contract/chain.views.ts';
import type { ChainTable } from '#domain/chain.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import classes from './Chain.module.css';
import { doWrite } from './do-write.ts';
import { LinkPicker } from './LinkPicker.tsx';
import { Wordings } from './Wordings.tsx';

export interface ChainPanelProps {
  readonly graph: ChainGraph;
  readonly table: ChainTable;
  readonly id: string;
  readonly isReadOnly: boolean;
  readonly onOpen: (table: ChainTable, id: string) => void;
}

/** A card's record beside the chain: where it stands in it, its fields, its wordings, its history. */
export function ChainPanel(props: ChainPanelProps) {
  const { table, id, isReadOnly } = props;
  const { data: record } = useQuery('records:get', { table, id });
  if (record === null) return <MissingRecord />;
  return (
    <>
      <StoredForm table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
      <Place {...props} />
      {table === 'barrier' && <Wordings barrierId={id} isReadOnly={isReadOnly} />}
      <RecordHistory table={table} id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}

function Place({ graph, table, id, isReadOnly, onOpen }: ChainPanelProps) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const [isPicking, setPicking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const marks = new Map(graph.marks.map((mark) => [mark.id, mark]));
  const node = graph.nodes.find((one) => one.id === id);
  const titles = new Map([...graph.nodes, ...graph.marks].map((one) => [one.id, one.title]));

  const markText = ({ title, value, unit, isMinimum }: ChainMarkView): string =>
    value === null
      ? title
      : t(isMinimum ? 'measuredAtLeast' : 'measured', {
          title,
          value: format.number(value),
          unit: unit ?? '',
        });
  const nameOf = (other: string): string => {
    const mark = marks.get(other);
    return mark === undefined ? (titles.get(other) ?? '') : markText(mark);
  };
  const isShown = (other: string): boolean => titles.has(other);
  const stopPicking = (): void => {
    setPicking(false);
    requestAnimationFrame(() => opener.current?.focus());
  };

  const list = (words: string, links: readonly ChainLinkView[], end: 'from' | 'to') =>
    links.length === 0 ? null : (
      <>
        <p className={classes['way']}>{words}</p>
        <ul className={classes['linkList']}>
          {links.map((link) => {
            const [otherTable, other] =
              end === 'from' ? [link.fromTable, link.fromId] : [link.toTable, link.toId];
            return (
              <li key={link.id}>
                <span className={classes['grow']}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="left"
                    title={link.note ?? undefined}
                    onClick={() => onOpen(otherTable, other)}
                  >
                    {nameOf(other)}
                  </Anchor>{' '}
                  <span className={classes['quiet']}>({t(`one.${otherTable}`)})</span>
                </span>
                {!isReadOnly && (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('link.removeOne', { name: nameOf(other) })}
                    title={t('link.removeOne', { name: nameOf(other) })}
                    onClick={() => void doWrite('chain:unlink', { ids: [link.id] })}
                  >
                    <IconX size="0.9rem" aria-hidden />
                  </ActionIcon>
                )}
              </li>
            );
          })}
        </ul>
      </>
    );

  const before = graph.links.filter(({ toId, fromId }) => toId === id && isShown(fromId));
  const after = graph.links.filter(({ fromId, toId }) => fromId === id && !marks.has(toId));
  const attached = graph.links.filter(({ fromId, toId }) => fromId === id && marks.has(toId));
  return (
    <Section
      title={t('panel.links')}
      action={
        isReadOnly || node === undefined ? undefined : (
          <Button
            ref={opener}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconLink size="1rem" aria-hidden />}
            aria-expanded={isPicking}
            onClick={() => setPicking(true)}
          >
            {t('card.link')}
          </Button>
        )
      }
    >
      {isPicking && node !== undefined && (
        <LinkPicker
          graph={graph}
          from={{ table, id }}
          name={node.title}
          onChoose={(to) => {
            stopPicking();
            void doWrite('chain:link', { from: { table, id }, to });
          }}
          onClose={stopPicking}
        />
      )}
      {before.length + after.length + attached.length === 0 && (
        <p className={classes['hint']}>{t('panel.none')}</p>
      )}
      {list(t('panel.upstream'), before, 'from')}
      {list(t('panel.downstream'), after, 'to')}
      {list(t('panel.marks'), attached, 'to')}
    </Section>
  );
}
