import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Hold.module.css';
import type { SuggestionMenu } from './suggestion-menu.ts';

/** Height that the list may need, in pixels: with less below the words, it opens above them. */
const ROOM = 260;

/** Commands or people to choose from, beside what is being typed. The keys stay with the editor. */
export function SuggestionList({
  menu,
  id,
}: {
  readonly menu: SuggestionMenu;
  readonly id: string;
}) {
  const { t } = useTranslation('meetings');
  const state = useSyncExternalStore(menu.subscribe, () => menu.state);
  if (state === null || state.rect === null) return null;
  const { rect, entries, active, kind } = state;
  const isAbove = window.innerHeight - rect.bottom < ROOM;
  const place = isAbove ? { bottom: window.innerHeight - rect.top + 4 } : { top: rect.bottom + 4 };
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t(`hold.${kind}`)}
      className={classes['suggestions']}
      style={{ ...place, left: Math.min(rect.left, window.innerWidth - 340) }}
    >
      {entries.map((entry, index) => (
        <div
          key={entry.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes['suggestion']}
          onMouseDown={(event) => {
            // The editor keeps the keyboard.
            event.preventDefault();
            menu.pick(entry);
          }}
        >
          <span>{entry.label}</span>
          <span className={classes['hint']}>{entry.hint}</span>
        </div>
      ))}
    </div>
  );
}
