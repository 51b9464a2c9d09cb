import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { CommuneView, FoundCommuneView } from '#contract/actor.channels.ts';
import { fold } from '#ui/fold.ts';
import { useFormat } from '#ui/format.ts';

import styles from './ActorSheet.module.css';

/** A commune among those found: what tells it from its namesakes. */
export function CommuneOption({ commune }: { readonly commune: FoundCommuneView }) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const detail = [
    commune.postalCodes.length === 1 ? commune.postalCodes[0] : null,
    t('commune.option', { departement: commune.departementName, code: commune.departementCode }),
    commune.through === null ? null : t('commune.through', { name: commune.through }),
    commune.population === null
      ? null
      : t('commune.inhabitants', { number: format.number(commune.population) }),
  ].filter((part) => part !== null);
  return (
    <span className={styles.option}>
      {commune.name}
      <span className={styles.quiet}>{detail.join(' · ')}</span>
    </span>
  );
}

interface WhereaboutsProps {
  readonly name: string;
  readonly code: string;
  readonly postalCode: string;
  readonly known: CommuneView | null;
  /** What a name without a code probably means. */
  readonly likely: FoundCommuneView | null;
  readonly isReadOnly: boolean;
  readonly onChoose: (commune: CommuneView) => void;
  readonly onPostalCode: (code: string) => void;
}

/** What the directory says of the commune, and what does not fit it. */
export function Whereabouts({ name, code, postalCode, known, likely, ...props }: WhereaboutsProps) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const { isReadOnly, onChoose, onPostalCode } = props;
  const attach = (commune: CommuneView) => (
    <Button
      size="compact-xs"
      variant="light"
      onClick={() => {
        onChoose(commune);
      }}
    >
      {t('commune.attach', { name: commune.name, departement: commune.departementCode })}
    </Button>
  );
  if (known === null) {
    if (name === '' || code !== '') return null;
    return (
      <div className={styles.whereabouts}>
        <Text size="xs" c="var(--r-warning)">
          {t('commune.notLinked')}
        </Text>
        {!isReadOnly && likely !== null && attach(likely)}
      </div>
    );
  }
  const words = {
    region: known.regionName,
    departement: known.departementName,
    code: known.departementCode,
  };
  const offersCodes = !isReadOnly && postalCode === '' && known.postalCodes.length > 1;
  return (
    <div className={styles.whereabouts}>
      <Text size="xs" c="dimmed">
        {known.population === null
          ? t('commune.summaryShort', words)
          : t('commune.summary', { ...words, population: format.number(known.population) })}
      </Text>
      {fold(known.name) !== fold(name) && (
        <>
          <Text size="xs" c="var(--r-warning)">
            {t('commune.otherName', { code, name: known.name })}
          </Text>
          {!isReadOnly && attach(known)}
        </>
      )}
      {offersCodes && (
        <Group gap={4}>
          <Text size="xs" c="dimmed">
            {t('commune.postalCodes')}
          </Text>
          {known.postalCodes.map((one) => (
            <Button
              key={one}
              size="compact-xs"
              variant="default"
              onClick={() => {
                onPostalCode(one);
              }}
            >
              {one}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
