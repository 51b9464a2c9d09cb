import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { Section } from '#ui/record-form/Section.tsx';

export interface AliasesProps {
  readonly table: 'organisation' | 'person';
  readonly id: string;
  readonly aliases: readonly { readonly id: string; readonly name: string }[];
  readonly isReadOnly: boolean;
}

/** Other spellings met in documents and spreadsheets; each is saved as soon as it is entered. */
export function Aliases({ table, id, aliases, isReadOnly }: AliasesProps) {
  const { t } = useTranslation('actors');
  const names = aliases.map(({ name }) => name);

  function change(next: readonly string[]): void {
    const gone = aliases.filter(({ name }) => !next.includes(name)).map((alias) => alias.id);
    const added = next.filter((name) => !names.includes(name) && name.trim() !== '');
    const writes: Promise<unknown>[] = added.map((name) =>
      recordPort.create('alias', { recordTable: table, recordId: id, name: name.trim() }),
    );
    if (gone.length > 0) writes.push(recordPort.remove('alias', gone));
    Promise.all(writes).catch(recordPort.report);
  }

  if (isReadOnly && aliases.length === 0) return null;
  return (
    <Section title={t('sheet.aliases')} count={aliases.length}>
      <TagsInput
        size="sm"
        aria-label={t('sheet.aliases')}
        placeholder={isReadOnly ? '' : t('sheet.addAlias')}
        readOnly={isReadOnly}
        maxLength={300}
        value={names}
        onChange={change}
      />
    </Section>
  );
}
