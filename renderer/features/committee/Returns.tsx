import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileCheck, IconFileX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ReturnsView } from '#contract/committee.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { askAgain } from '#stores/data.store.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Committee.module.css';
import { closeReturns, useOpenReturns } from './kit-files.ts';
import { ReturnCells } from './ReturnCells.tsx';

/** What filled-in kits would bring, file by file and cell by cell, before anything is written. */
export function Returns({ id, phaseId }: { readonly id: string; readonly phaseId: string }) {
  const { t } = useTranslation('committeeScreen');
  const { data, error } = useQuery('committee:returns', { id }, { keepPrevious: true });
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const leave = (
    <Button size="xs" variant="default" onClick={() => closeReturns(phaseId)}>
      {t('returns.leave')}
    </Button>
  );
  if (error !== null && data === undefined) return <RefusalNote error={error} actions={leave} />;
  if (data === undefined) return null;
  const { counts } = data;
  const readable = data.files.filter((file) => file.refusal === null).length;
  const toTake = counts.new + counts.differs;

  async function take(): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setRefusal(null);
    try {
      await operations.perform('committee:takeReturns', { id });
      useOpenReturns.setState({ [phaseId]: null });
    } catch (thrown) {
      setRefusal(toApiError(thrown));
      askAgain('committee:returns');
      askAgain('committee:returnCells');
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <div className={styles.scroll}>
      <Group justify="space-between" gap="xs" mb="sm">
        <h2 className={styles.heading}>{t('returns.title')}</h2>
        <Group gap="xs">
          {counts.differs > 0 && (
            <Text size="sm" c={counts.undecided > 0 ? 'var(--r-warning)' : 'var(--r-ok)'}>
              {counts.undecided > 0
                ? t('returns.undecided', { count: counts.undecided, n: counts.undecided })
                : t('returns.decided')}
            </Text>
          )}
          {leave}
          <Button
            size="xs"
            disabled={readable === 0 || counts.undecided > 0}
            onClick={() => void take()}
          >
            {toTake === 0 && readable > 0
              ? t('returns.takeFile')
              : t('returns.take', { count: toTake, n: toTake })}
          </Button>
        </Group>
      </Group>
      {refusal !== null && <RefusalNote error={refusal} />}
      <Files view={data} />
      <ReturnCells id={id} counts={counts} />
    </div>
  );
}

function Files({ view }: { readonly view: ReturnsView }) {
  const { t } = useTranslation('committeeScreen');
  return (
    <ul className={styles.files} aria-label={t('returns.files')}>
      {view.files.map((file, index) => {
        const { fileName, memberName, version, refusal, warnings, same, missing } = file;
        const isRefused = refusal !== null;
        const facts = [
          same > 0 ? t('returns.same', { count: same, n: same }) : null,
          missing > 0 ? t('returns.missing', { count: missing, n: missing }) : null,
        ].filter((fact) => fact !== null);
        return (
          // Two files may have the same name; their order is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.file} data-refused={isRefused || undefined}>
            {isRefused ? (
              <IconFileX size="1.3rem" aria-hidden />
            ) : (
              <IconFileCheck size="1.3rem" aria-hidden />
            )}
            <div>
              <strong>{fileName}</strong>
              {memberName !== null && version !== null && (
                <span className={styles.quiet}>
                  {' · '}
                  {t('returns.fileOf', { name: memberName, version })}
                </span>
              )}
              {facts.length > 0 && (
                <div className={styles.quiet}>{facts.join(t('returns.and'))}</div>
              )}
              {isRefused && (
                <div className={styles.bad}>
                  {refusal} {t('returns.refused')}
                </div>
              )}
              {warnings.length > 0 && (
                <div className={styles.notice}>
                  <IconAlertTriangle size="1rem" aria-hidden />
                  <div>
                    {warnings.map((warning) => (
                      <div key={warning}>{warning}</div>
                    ))}
                  </div>
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
