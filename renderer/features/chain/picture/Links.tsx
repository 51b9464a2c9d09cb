import { useTranslation } from 'react-i18next';

import type { Curve, Point } from './geometry.ts';
import { curveBetween } from './geometry.ts';
import classes from './Picture.module.css';

export interface LinkWords {
  readonly from: string;
  readonly to: string;
}

export interface LinksProps {
  readonly curves: readonly Curve[];
  readonly wordsOf: (id: string) => LinkWords;
  readonly isLit: (id: string) => boolean;
  readonly chosenId: string | null;
  /** The link that Tab comes to. */
  readonly currentId: string | null;
  readonly draft: { readonly from: Point; readonly to: Point } | null;
  readonly size: { readonly width: number; readonly height: number };
}

/** The links as curves, each of which takes the keyboard; and the one that is being drawn. */
export function Links(props: LinksProps) {
  const { curves, wordsOf, isLit, chosenId, currentId, draft, size } = props;
  const { t } = useTranslation('chain');
  return (
    <svg
      className={classes['links']}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t('link.list')}
    >
      <defs>
        <marker
          id="chain-arrow"
          viewBox="0 0 6 6"
          refX="1"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 L6 3 L0 6 z" fill="context-stroke" />
        </marker>
      </defs>
      {curves.map(({ id, path }) => (
        <g key={id} data-lit={isLit(id) || undefined} data-chosen={chosenId === id || undefined}>
          <path className={classes['curve']} d={path} markerEnd="url(#chain-arrow)" />
          <path
            className={classes['hit']}
            d={path}
            data-link={id}
            role="button"
            tabIndex={currentId === id ? 0 : -1}
            aria-label={t('link.name', { ...wordsOf(id) })}
            aria-keyshortcuts="Delete"
          />
        </g>
      ))}
      {draft !== null && (
        <path className={classes['draft']} d={curveBetween(draft.from, draft.to)} />
      )}
    </svg>
  );
}
