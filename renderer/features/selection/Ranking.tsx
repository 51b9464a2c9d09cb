import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RankedCandidate, WhatIf } from '#contract/selection.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './WhatIf.module.css';

const PAGE = 100;

/** The ranking of a trial: who enters and who leaves stand out against today's decisions. */
export function Ranking({ view }: { readonly view: WhatIf }) {
  const { t } = useTranslation('selection');
  const { number } = useFormat();
  const [shown, setShown] = useState(PAGE);
  const entering = new Set(view.entering.map(({ id }) => id));
  const leaving = new Set(view.leaving.map(({ id }) => id));
  const fate = ({ id, wouldBeKept }: RankedCandidate) =>
    entering.has(id) ? 'enters' : leaving.has(id) ? 'leaves' : wouldBeKept ? 'stays' : 'out';
  return (
    <div>
      <Table aria-label={t('whatIf.ranking')} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={styles.figure ?? ''}>
              {t('whatIf.rank')}
            </Table.Th>
            <Table.Th scope="col">{t('response')}</Table.Th>
            <Table.Th scope="col" className={styles.figure ?? ''}>
              {t('withScores')}
            </Table.Th>
            <Table.Th scope="col" className={styles.figure ?? ''}>
              {t('whatIf.dispersion')}
            </Table.Th>
            <Table.Th scope="col">{t('whatIf.today')}</Table.Th>
            <Table.Th scope="col">{t('whatIf.trial')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.ranking.slice(0, shown).map((one) => (
            <Table.Tr key={one.id} data-fate={fate(one)} className={styles.row ?? ''}>
              <Table.Td className={styles.figure ?? ''}>
                {one.rank ?? '–'}
                {one.tiedWith.length > 0 && t('whatIf.equal')}
              </Table.Td>
              <Table.Td>
                {t('move.who', { number: one.number, name: one.organisationName })}
              </Table.Td>
              <Table.Td className={styles.figure ?? ''}>
                {one.score === null ? '–' : number(one.score)}
              </Table.Td>
              <Table.Td className={styles.figure ?? ''}>
                {one.dispersion === null ? '–' : number(one.dispersion)}
              </Table.Td>
              <Table.Td>
                {one.outcome === null ? t('place.pending') : t(`place.${one.outcome}`)}
              </Table.Td>
              <Table.Td>{t(`whatIf.fate.${fate(one)}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown < view.ranking.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PAGE)}>
          {t('column.more', { count: view.ranking.length - shown })}
        </Button>
      )}
    </div>
  );
}
