import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { WhatIf } from '#contract/selection.channels.ts';

import styles from './WhatIf.module.css';

const percent = (share: number): number => Math.round(100 * share);

/** How the choice is spread over segments, territories and kinds, against all who answered. */
export function Balance({ balance }: { readonly balance: WhatIf['balance'] }) {
  const { t } = useTranslation('selection');
  return (
    <div className={styles.balances}>
      {balance.map(({ dimension, lines }) => (
        <section key={dimension}>
          <h2 className={styles.heading}>{t(`balance.${dimension}`)}</h2>
          <Table aria-label={t(`balance.${dimension}`)} verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">
                  <span className="r-visually-hidden">{t(`balance.${dimension}`)}</span>
                </Table.Th>
                {(['candidates', 'now', 'trial'] as const).map((column) => (
                  <Table.Th key={column} scope="col" className={styles.figure ?? ''}>
                    {t(`balance.column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id ?? ''}>
                  <Table.Th scope="row" fw={400}>
                    {line.name ?? nameOf(dimension, line.id)}
                  </Table.Th>
                  {[
                    [line.candidates, line.shareOfCandidates],
                    [line.keptNow, line.shareOfKeptNow],
                    [line.kept, line.shareOfKept],
                  ].map(([count = 0, share = 0], index) => (
                    <Table.Td
                      key={['candidates', 'now', 'trial'][index]}
                      className={styles.figure ?? ''}
                    >
                      {t('balance.value', { count, share: percent(share) })}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </div>
  );

  function nameOf(dimension: WhatIf['balance'][number]['dimension'], id: string | null): string {
    if (id === null) return t('balance.none');
    if (dimension === 'maturity') return t(`vocabulary:choice.application.maturity.${id}`);
    if (dimension === 'kind') return t(`vocabulary:choice.organisation.kind.${id}`);
    return id;
  }
}
