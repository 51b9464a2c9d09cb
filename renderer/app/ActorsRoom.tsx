import type { FurtherTab } from '../features/actors/ActorsScreen.tsx';
import { ActorsScreen } from '../features/actors/ActorsScreen.tsx';
import { Lists } from '../features/contacts/Lists.tsx';
import { Duplicates } from '../features/duplicates/Duplicates.tsx';
import { DuplicatesBadge } from '../features/duplicates/DuplicatesBadge.tsx';
import { useKeptRecord } from '../features/duplicates/use-kept-record.ts';

const further: readonly FurtherTab[] = [
  { name: 'lists', labelKey: 'contacts:tab', newKey: 'contacts:new', Panel: Lists },
  {
    name: 'duplicates',
    labelKey: 'duplicates:tab',
    newKey: null,
    Badge: DuplicatesBadge,
    Panel: Duplicates,
  },
];

/** The directory with the tabs that other features bring to it. */
export function ActorsRoom() {
  useKeptRecord();
  return <ActorsScreen further={further} />;
}
