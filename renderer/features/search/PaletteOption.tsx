import { Kbd } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';

import { EntityIcon } from '#ui/EntityIcon.tsx';
import { markWords } from '#ui/fold.ts';

import classes from './Palette.module.css';
import type { PaletteItem } from './palette-items.ts';

interface PaletteOptionProps {
  readonly item: PaletteItem;
  readonly words: readonly string[];
}

/** One line of the palette: a record with its excerpt, or a command with its keys. */
export function PaletteOption({ item, words }: PaletteOptionProps) {
  return (
    <div className={classes['line']}>
      <span className={classes['icon']}>
        {item.table === null ? (
          <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />
        ) : (
          <EntityIcon table={item.table} />
        )}
      </span>
      <span className={classes['words']}>
        <span className={classes['label']}>
          <span>
            <Marked text={item.label} words={words} />
          </span>
          {item.detail === '' ? null : <span className={classes['detail']}>{item.detail}</span>}
        </span>
        {item.snippet === '' ? null : (
          <span className={classes['snippet']}>
            <Marked text={item.snippet} words={words} />
          </span>
        )}
      </span>
      {item.keys === undefined ? null : (
        <span className={classes['keys']}>
          {item.keys.split(/[+ ]/).map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </span>
      )}
    </div>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  let at = 0;
  return markWords(text, words).map((piece) => {
    at += piece.text.length;
    return piece.isFound ? (
      <mark key={at} className={classes['mark']}>
        {piece.text}
      </mark>
    ) : (
      <span key={at}>{piece.text}</span>
    );
  });
}
