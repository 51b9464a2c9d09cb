import { Button } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph, ChainNode, ChainSide } from '#contract/chain.views.ts';
import type { LinkEnd } from '#domain/chain.ts';
import { chainColumns, linkObstacle } from '#domain/chain.ts';

import { doWrite } from '../do-write.ts';
import { LinkPicker } from '../LinkPicker.tsx';
import { isStep, litFrom } from '../links-of.ts';
import type { CardLook } from './Column.tsx';
import { Column } from './Column.tsx';
import { curvesOf } from './geometry.ts';
import { siblingsOf } from './groups.ts';
import { Links } from './Links.tsx';
import { nextCard } from './moves.ts';
import classes from './Picture.module.css';
import { useBoxes } from './use-boxes.ts';
import { useLinkDrag } from './use-link-drag.ts';

export interface PictureProps {
  readonly graph: ChainGraph;
  readonly side: ChainSide;
  readonly orphansOnly: boolean;
  readonly isReadOnly: boolean;
  readonly openId: string | null;
  readonly onOpen: (node: ChainNode) => void;
}

/** How long after `g` a letter still belongs to it. */
const SEQUENCE_MS = 1500;
const PICKER_WIDTH = 320;

const closestId = (target: EventTarget, what: 'card' | 'link'): string | null =>
  target instanceof Element
    ? (target.closest(`[data-${what}]`)?.getAttribute(`data-${what}`) ?? null)
    : null;

const focusedCard = (within: Element): string | null => {
  const focused = document.activeElement;
  return focused !== null && within.contains(focused) ? closestId(focused, 'card') : null;
};

/** The chain as six columns of cards with the links between them, to be read and drawn. */
export function Picture({ graph, side, orphansOnly, isReadOnly, openId, onOpen }: PictureProps) {
  const { t } = useTranslation('chain');
  const scrolled = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [lookedId, setLooked] = useState<string | null>(null);
  const [currentId, setCurrent] = useState<string | null>(null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [pickingId, setPicking] = useState<string | null>(null);
  const awaited = useRef<string | null>(null);
  const leaderAt = useRef(Number.NEGATIVE_INFINITY);

  const byId = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const titles = useMemo(
    () => new Map([...graph.nodes, ...graph.marks].map(({ id, title }) => [id, title])),
    [graph],
  );
  const steps = useMemo(() => graph.links.filter(isStep), [graph]);
  const layoutKey = graph.nodes.map(({ id }) => id).join(' ');
  const { boxes, width, height } = useBoxes(content, layoutKey);
  const curves = useMemo(() => curvesOf(steps, boxes), [steps, boxes]);

  const endOf = (id: string): LinkEnd | null => {
    const node = byId.get(id);
    return node === undefined ? null : { table: node.table, id };
  };
  const focusMain = (id: string): void => {
    const card = content.current?.querySelector<HTMLElement>(
      `[data-card="${CSS.escape(id)}"] [data-main]`,
    );
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const focusLink = (id: string): void => {
    const path = content.current?.querySelector<SVGElement>(`[data-link="${CSS.escape(id)}"]`);
    path?.focus();
  };
  const link = async (from: LinkEnd, to: LinkEnd): Promise<void> => {
    await doWrite('chain:link', { from, to });
  };
  const drag = useLinkDrag(content, scrolled, (fromId, toId) => {
    const [from, to] = [endOf(fromId), endOf(toId)];
    if (from !== null && to !== null) void link(from, to);
  });

  // A card that was just made takes the keyboard once it is there.
  useEffect(() => {
    const id = awaited.current;
    if (id === null || !byId.has(id)) return;
    awaited.current = null;
    focusMain(id);
    // Looks where the keyboard goes once the cards are others, not whenever it could.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [byId]);

  const chosen = steps.find(({ id }) => id === chosenId) ?? null;
  const lookedAt = drag.draft?.fromId ?? lookedId;
  const lit = litFrom(graph, lookedAt);
  const isLinkLit = (id: string): boolean => {
    const one = steps.find((step) => step.id === id);
    return one !== undefined && lit !== null && lit.has(one.fromId) && lit.has(one.toId);
  };
  const tabId = currentId !== null && byId.has(currentId) ? currentId : graph.nodes[0]?.id;

  function lookOf(node: ChainNode): CardLook {
    const { id } = node;
    const from = drag.draft === null ? null : byId.get(drag.draft.fromId);
    const isOver = drag.draft?.overId === id && from !== null && from !== undefined;
    const mayEnd = isOver && linkObstacle(from.table, node.table) === null;
    return {
      marks: graph.links
        .filter((one) => one.fromId === id)
        .flatMap(({ toId }) => graph.marks.find((mark) => mark.id === toId) ?? []),
      links: {
        upstream: steps.filter(({ toId }) => toId === id).length,
        downstream: steps.filter(({ fromId }) => fromId === id).length,
      },
      isLit: lit?.has(id) ?? false,
      isOpen: id === openId,
      isCurrent: id === tabId,
      drop: isOver ? (mayEnd ? 'may' : 'mayNot') : null,
    };
  }

  function move(id: string, to: number): void {
    const siblings = siblingsOf(graph, id).map((one) => one.id);
    const at = siblings.indexOf(id);
    const place = Math.max(0, Math.min(siblings.length - 1, to));
    const node = byId.get(id);
    if (isReadOnly || at < 0 || at === place || node === undefined) return;
    const ids = siblings.filter((other) => other !== id);
    ids.splice(place, 0, id);
    void doWrite('chain:order', { table: node.table, ids });
  }

  async function unlink(id: string): Promise<void> {
    const gone = steps.find((one) => one.id === id);
    const done = await doWrite('chain:unlink', { ids: [id] });
    if (done === null || gone === undefined) return;
    setChosen(null);
    focusMain(gone.fromId);
  }

  function onCardKey(event: KeyboardEvent, id: string): boolean {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey) return false;
    if (altKey) {
      if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
      const at = siblingsOf(graph, id).findIndex((one) => one.id === id);
      move(id, at + (key === 'ArrowUp' ? -1 : 1));
      return true;
    }
    if (shiftKey) return false;
    const isLed = event.timeStamp - leaderAt.current < SEQUENCE_MS;
    leaderAt.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (!isLed && key.toLowerCase() === 'l' && !isReadOnly) {
      setPicking(id);
      return true;
    }
    if (!isLed && key.toLowerCase() === 'k') {
      const own = steps.find(({ fromId }) => fromId === id) ?? steps.find((s) => s.toId === id);
      if (own !== undefined) focusLink(own.id);
      return true;
    }
    const next = nextCard(boxes, id, key);
    if (next !== null) focusMain(next);
    return next !== null || key.startsWith('Arrow');
  }

  function onLinkKey(event: KeyboardEvent, id: string): boolean {
    const at = steps.findIndex((one) => one.id === id);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const next = steps[at + step];
      if (next !== undefined) focusLink(next.id);
      return true;
    }
    if (event.key === 'Escape' || event.key === 'Enter') {
      const one = steps[at];
      setChosen(null);
      if (one !== undefined) focusMain(event.key === 'Enter' ? one.toId : one.fromId);
      return true;
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && !isReadOnly) {
      void unlink(id);
      return true;
    }
    return false;
  }

  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      const linkId = closestId(event.target, 'link');
      const cardId = event.target.matches('[data-main]') ? closestId(event.target, 'card') : null;
      const isDone =
        linkId !== null ? onLinkKey(event, linkId) : cardId !== null && onCardKey(event, cardId);
      if (isDone) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const linkId = closestId(event.target, 'link');
      if (linkId !== null) focusLink(linkId);
      const isMain =
        event.target instanceof Element && event.target.closest('[data-main]') !== null;
      const node = isMain ? byId.get(closestId(event.target, 'card') ?? '') : undefined;
      if (node !== undefined) onOpen(node);
    },
    onPointerMove: (event: PointerEvent) => {
      // Scrolling under a pointer that rests looks at nothing new.
      if (event.movementX === 0 && event.movementY === 0) return;
      setLooked(closestId(event.target, 'card') ?? focusedCard(event.currentTarget));
    },
    onPointerLeave: (event: PointerEvent) => setLooked(focusedCard(event.currentTarget)),
    onFocus: (event: FocusEvent) => {
      const linkId = closestId(event.target, 'link');
      const cardId = closestId(event.target, 'card');
      setLooked(cardId);
      if (cardId !== null) setCurrent(cardId);
      if (linkId !== null) setChosen(linkId);
      else if (cardId !== null) setChosen(null);
    },
    onBlur: (event: FocusEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setLooked(null);
    },
  };

  const chosenCurve = curves.find(({ id }) => id === chosenId);
  const picking = pickingId === null ? null : (byId.get(pickingId) ?? null);
  const pickerBox = picking === null ? undefined : boxes.get(picking.id);
  const draftBox = drag.draft === null ? undefined : boxes.get(drag.draft.fromId);
  const wordsOf = (id: string) => {
    const one = steps.find((step) => step.id === id);
    return { from: titles.get(one?.fromId ?? '') ?? '', to: titles.get(one?.toId ?? '') ?? '' };
  };
  return (
    <div
      ref={scrolled}
      className={classes['scroll']}
      data-drawing={drag.draft !== null || undefined}
    >
      {/* Each card and link has its own keys; what happens to them is told here for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={content} className={classes['content']} {...handlers}>
        <div className={classes['columns']} role="group" aria-label={t('picture')}>
          {chainColumns.map((column) => (
            <Column
              key={column}
              graph={graph}
              column={column}
              side={side}
              isReadOnly={isReadOnly}
              orphansOnly={orphansOnly}
              lookOf={lookOf}
              linkHandle={drag.handleProps}
              onMove={move}
              onMade={(id) => {
                awaited.current = id;
              }}
            />
          ))}
        </div>
        <Links
          curves={curves}
          wordsOf={wordsOf}
          isLit={isLinkLit}
          chosenId={chosenId}
          currentId={chosen?.id ?? steps[0]?.id ?? null}
          draft={
            drag.draft === null || draftBox === undefined
              ? null
              : {
                  from: {
                    x: draftBox.left + draftBox.width,
                    y: draftBox.top + draftBox.height / 2,
                  },
                  to: drag.draft.at,
                }
          }
          size={{ width, height }}
        />
        {chosen !== null && chosenCurve !== undefined && !isReadOnly && (
          <Button
            className={classes['unlink'] ?? ''}
            style={{ left: chosenCurve.middle.x, top: chosenCurve.middle.y }}
            size="compact-xs"
            variant="filled"
            leftSection={<IconUnlink size="0.9rem" aria-hidden />}
            onClick={() => void unlink(chosen.id)}
          >
            {t('link.remove')}
          </Button>
        )}
        {picking !== null && pickerBox !== undefined && (
          <div
            className={classes['pickerPlace']}
            style={{
              left: Math.max(8, Math.min(pickerBox.left + 24, width - PICKER_WIDTH - 8)),
              top: pickerBox.top + Math.min(pickerBox.height, 48),
              width: PICKER_WIDTH,
            }}
          >
            <LinkPicker
              key={picking.id}
              graph={graph}
              from={{ table: picking.table, id: picking.id }}
              name={picking.title}
              onChoose={(to) => {
                setPicking(null);
                void link({ table: picking.table, id: picking.id }, to).then(() =>
                  focusMain(picking.id),
                );
              }}
              onClose={() => {
                setPicking(null);
                focusMain(picking.id);
              }}
            />
          </div>
        )}
      </div>
    </div>
  );
}
