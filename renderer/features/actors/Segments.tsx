import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';

export interface SegmentsProps {
  readonly organisationId: string;
  readonly segments: readonly {
    readonly linkId: string;
    readonly segmentId: string;
    readonly name: string;
  }[];
  readonly isReadOnly: boolean;
}

/** More than any group has. */
const ALL = 100;

/** Segments in which an organisation buys or offers; each is saved as it is chosen. */
export function Segments({ organisationId, segments, isReadOnly }: SegmentsProps) {
  const { t } = useTranslation('actors');
  const known =
    useQuery('records:options', { table: 'purchaseSegment', text: '', limit: ALL }).data ?? [];
  const [draft, setDraft] = useState<{ readonly ids: string[]; readonly over: unknown } | null>(
    null,
  );
  const held = segments.map(({ segmentId }) => segmentId);
  const ids = draft !== null && draft.over === segments ? draft.ids : held;
  // Segments of the organisation stay choosable, whatever the list holds.
  const options = new Map(known.map(({ id, label }) => [id, label]));
  for (const { segmentId, name } of segments) options.set(segmentId, name);
  if (options.size === 0 || (isReadOnly && held.length === 0)) return null;

  function change(next: string[]): void {
    setDraft({ ids: next, over: segments });
    const gone = segments.filter(({ segmentId }) => !next.includes(segmentId));
    const writes: Promise<unknown>[] = next
      .filter((id) => !held.includes(id))
      .map((purchaseSegmentId) =>
        recordPort.create('organisationSegment', { organisationId, purchaseSegmentId }),
      );
    if (gone.length > 0) {
      const links = gone.map(({ linkId }) => linkId);
      writes.push(recordPort.remove('organisationSegment', links));
    }
    Promise.all(writes).catch((thrown: unknown) => {
      setDraft(null);
      recordPort.report(thrown);
    });
  }

  return (
    <MultiSelect
      mt="sm"
      size="sm"
      label={t('segments.title')}
      placeholder={ids.length === 0 ? t('segments.choose') : ''}
      nothingFoundMessage={t('segments.nothing')}
      readOnly={isReadOnly}
      searchable
      hidePickedOptions
      comboboxProps={{ shadow: 'md' }}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={ids}
      onChange={change}
    />
  );
}
