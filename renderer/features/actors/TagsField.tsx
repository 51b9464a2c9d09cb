import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { SaveMark } from '#ui/record-form/SaveMark.tsx';
import type { FieldOf } from '#ui/record-form/use-auto-save.ts';
import { useAutoSave } from '#ui/record-form/use-auto-save.ts';

export interface TagsFieldProps {
  readonly of: FieldOf;
  readonly isReadOnly: boolean;
}

const asTags = (held: unknown): string[] =>
  Array.isArray(held) ? held.filter((tag) => typeof tag === 'string') : [];

/** Tags of an actor; those in use elsewhere are proposed, so that one word is spelled one way. */
export function TagsField({ of, isReadOnly }: TagsFieldProps) {
  const { t } = useTranslation('actors');
  const saving = useAutoSave(of);
  const used = useQuery('actors:tags', {}).data ?? [];
  const held = of.record[of.field];
  const [draft, setDraft] = useState<{ readonly tags: string[]; readonly over: unknown } | null>(
    null,
  );
  // What was chosen stands until the record is read again.
  const tags = draft !== null && draft.over === held ? draft.tags : asTags(held);
  return (
    <TagsInput
      size="sm"
      label={
        <>
          {t(`vocabulary:field.${of.table}.tags`)}
          <SaveMark state={saving.state} />
        </>
      }
      error={saving.error}
      readOnly={isReadOnly}
      placeholder={isReadOnly || tags.length > 0 ? '' : t('tags.add')}
      maxLength={80}
      maxTags={100}
      comboboxProps={{ shadow: 'md' }}
      data={used.map(({ tag }) => tag)}
      value={tags}
      onChange={(next) => {
        const trimmed = next.map((tag) => tag.trim()).filter((tag) => tag !== '');
        setDraft({ tags: trimmed, over: held });
        saving.save(trimmed);
      }}
    />
  );
}
