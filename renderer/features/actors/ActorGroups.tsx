import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActorGroup, ActorLine } from '#contract/actor.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';

import styles from './ActorSheet.module.css';

const SHOWN_AT_FIRST = 5;

/** What an actor did, owes and takes part in, group by group: what is open and late comes first. */
export function ActorGroups({ groups }: { readonly groups: readonly ActorGroup[] }) {
  return groups.map((group) => <OneGroup key={group.key} group={group} />);
}

function OneGroup({ group }: { readonly group: ActorGroup }) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const { key, lines, total } = group;
  const shown = isWhole ? lines : lines.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={t(`group.${key}`)} count={total} anchor={key}>
      <ul className={styles.lines}>
        {shown.map((line, index) => (
          // A meeting or an event may come twice, in two roles.
          <Line key={`${line.id} ${index}`} line={line} />
        ))}
      </ul>
      {lines.length > SHOWN_AT_FIRST && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole((whole) => !whole);
          }}
        >
          {isWhole ? t('sheet.seeLess') : t('sheet.seeAll', { number: format.number(total) })}
        </Button>
      )}
      {isWhole && lines.length < total && (
        <p className={styles.quiet}>
          {t('sheet.firstOnly', {
            shown: format.number(lines.length),
            number: format.number(total),
          })}
        </p>
      )}
    </Section>
  );
}

function Line({ line }: { readonly line: ActorLine }) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const { onDay, toDay, period, role, state, detail } = line;
  const when =
    onDay === null
      ? period
      : toDay === null || toDay === onDay
        ? format.date(onDay)
        : format.period(onDay, toDay);
  const words = [
    role === null ? null : t(`role.${role}`),
    state === null ? null : t(`vocabulary:choice.${state}`),
  ].filter((word) => word !== null);
  return (
    <li className={styles.line} data-late={line.isLate || undefined}>
      <div className={styles.about}>
        <Anchor href={recordPort.hrefOf(line.table, line.id)} size="sm">
          {line.label === '' ? format.entity(line.table) : line.label}
        </Anchor>
        {detail !== null && detail !== '' && <span className={styles.quiet}>{detail}</span>}
      </div>
      <div className={styles.facts}>
        {line.isLate && <span className={styles.late}>{t('sheet.late')}</span>}
        {words.length > 0 && <strong>{words.join(' · ')}</strong>}
        {when !== null && <span>{when}</span>}
      </div>
    </li>
  );
}
