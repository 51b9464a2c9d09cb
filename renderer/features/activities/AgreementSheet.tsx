import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useTabPlace } from '#stores/tab-place.ts';
import { EntityIcon } from '#ui/EntityIcon.tsx';
import { useFormat } from '#ui/format.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './Activities.module.css';
import { NewActivity } from './NewActivity.tsx';
import { Parties } from './Parties.tsx';

type Sheet = NonNullable<ChannelOutput<'activities:agreement'>>;

interface AgreementSheetProps {
  readonly id: string;
  readonly groupId: string;
  readonly sheet: Sheet;
  readonly isReadOnly: boolean;
}

/** An agreement: its parties and signatories, its period, and what was done under it. */
export function AgreementSheet({ id, groupId, sheet, isReadOnly }: AgreementSheetProps) {
  const { t } = useTranslation('activities');
  return (
    <RecordSheet
      table="agreement"
      id={id}
      sheet={sheet}
      port={recordPort}
      isReadOnly={isReadOnly}
      texts={{ linked: t('linked'), sources: t('sources'), noSource: t('noSource') }}
    >
      <Parties
        of={{ table: 'agreementParty', agreementId: id }}
        title={t('agreement.parties')}
        addLabel={t('agreement.addParty')}
        noneText={t('agreement.noParty')}
        parties={sheet.parties}
        isReadOnly={isReadOnly}
      />
      <Under id={id} groupId={groupId} sheet={sheet} isReadOnly={isReadOnly} />
    </RecordSheet>
  );
}

const kinds = ['activity', 'needsSurvey', 'callForInterest', 'objective'] as const;

function Under({ id, groupId, sheet: { under }, isReadOnly }: AgreementSheetProps) {
  const { t } = useTranslation('activities');
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('agreement.under')}
      count={under.length}
      anchor="under"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => setAdding((adding) => !adding)}
          >
            {t('agreement.addActivity')}
          </Button>
        )
      }
    >
      {isAdding && (
        <NewActivity groupId={groupId} agreementId={id} onMade={() => setAdding(false)} />
      )}
      {under.length === 0 && !isAdding && (
        <p className={styles['quiet']}>{t('agreement.nothingUnder')}</p>
      )}
      {kinds.map((table) => (
        <OneKind key={table} table={table} lines={under.filter((line) => line.table === table)} />
      ))}
    </Section>
  );
}

interface OneKindProps {
  readonly table: (typeof kinds)[number];
  readonly lines: Sheet['under'];
}

function OneKind({ table, lines }: OneKindProps) {
  const { t } = useTranslation('activities');
  const format = useFormat();
  const { pathOf } = useTabPlace('activities');
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className={styles['kind']}>
        <EntityIcon table={table} size={15} /> {format.entity(table, lines.length)}
      </h4>
      <ul className={styles['plain']}>
        {lines.map(({ id, title, when, status }) => (
          <li key={id} className={styles['item']}>
            <Anchor
              className={styles['grow'] ?? ''}
              size="sm"
              href={
                table === 'activity' ? `#${pathOf('activities', id)}` : recordPort.hrefOf(table, id)
              }
            >
              {title}
            </Anchor>
            <span className={styles['quiet']}>
              {[
                status === null ? null : t(`vocabulary:choice.${table}.status.${status}`),
                when === null ? null : when.length > 4 ? format.date(when) : when,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
