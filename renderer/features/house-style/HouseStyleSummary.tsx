import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { useQuery } from '#stores/use-query.ts';

import styles from './HouseStyle.module.css';

/** Which style documents are written in, with the way to change it. */
export function HouseStyleSummary() {
  const { t } = useTranslation('houseStyle');
  const { data = [] } = useQuery('houseStyle:list', {});
  const used = data.filter(({ isDefault }) => isDefault);
  return (
    <div>
      {used.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('empty')}
        </Text>
      )}
      {used.map(({ id, name, usedAccent, usedSecondary }) => (
        <p key={id} className={styles.summary}>
          {[usedAccent, usedSecondary].map(
            (colour, index) =>
              colour !== null && (
                <span
                  key={index === 0 ? 'accent' : 'secondary'}
                  className={styles.swatch}
                  style={{ background: `#${colour}` }}
                  aria-hidden="true"
                />
              ),
          )}
          {name}
        </p>
      ))}
      <Anchor component={Link} href="/settings/style">
        {t('open')}
      </Anchor>
    </div>
  );
}
