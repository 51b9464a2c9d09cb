import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './ActorSheet.module.css';

export interface AttachmentsProps {
  readonly attachments: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly addedOn: string | null;
  }[];
}

/** Files kept with the record. */
export function Attachments({ attachments }: AttachmentsProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  if (attachments.length === 0) return null;
  return (
    <Section title={t('sheet.attachments')} count={attachments.length}>
      <ul className={styles.lines}>
        {attachments.map(({ id, fileName, addedOn }) => (
          <li key={id} className={styles.line}>
            <Anchor href={recordPort.hrefOf('attachment', id)} size="sm">
              {fileName}
            </Anchor>
            {addedOn !== null && <span className={styles.facts}>{format.date(addedOn)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
