import { Button, Checkbox, Group, Menu, Progress, Text } from '@mantine/core';
import { IconChevronDown, IconFolderOpen, IconPackageExport } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EvaluatorView } from '#contract/committee.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';
import type { CommitteeViewProps } from './CommitteeTab.tsx';
import type { KitFormat } from './kit-files.ts';
import {
  kitFormats,
  makeAllKits,
  makeOneKit,
  previewChosen,
  previewDropped,
  useOpenReturns,
} from './kit-files.ts';
import { Returns } from './Returns.tsx';

/** The scoring kits: made for each member, and taken back when they are filled in. */
export function Kits({ phase, isReadOnly }: CommitteeViewProps) {
  const returnsId = useOpenReturns((state) => state[phase.id] ?? null);
  if (returnsId !== null) return <Returns key={returnsId} id={returnsId} phaseId={phase.id} />;
  return (
    <KitDrop phaseId={phase.id} isReadOnly={isReadOnly}>
      {!isReadOnly && (
        <div className={styles.columns} data-even>
          <MakeAll phaseId={phase.id} phaseName={phase.name} />
          <TakeBack phaseId={phase.id} />
        </div>
      )}
      <Progression phaseId={phase.id} phaseName={phase.name} isReadOnly={isReadOnly} />
    </KitDrop>
  );
}

interface KitDropProps {
  readonly phaseId: string;
  readonly isReadOnly: boolean;
  readonly children: React.ReactNode;
}

/** The whole view takes filled-in kits that are dropped on it. */
function KitDrop({ phaseId, isReadOnly, children }: KitDropProps) {
  const { t } = useTranslation('committeeScreen');
  const [isOver, setOver] = useState(false);
  if (isReadOnly) return <div className={styles.scroll}>{children}</div>;
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // What is dropped here can be chosen by a button too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.scroll}
      data-takes-files
      data-over={isOver || undefined}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        void previewDropped(phaseId, files);
      }}
    >
      {children}
      {isOver && (
        <div className={styles.over} role="status">
          {t('kits.drop')}
        </div>
      )}
    </div>
  );
}

function MakeAll({ phaseId, phaseName }: { readonly phaseId: string; readonly phaseName: string }) {
  const { t } = useTranslation('committeeScreen');
  const [formats, setFormats] = useState<readonly string[]>(['xlsx']);
  const chosen = kitFormats.filter((format) => formats.includes(format));
  return (
    <section className={styles.card} aria-labelledby="committee-make">
      <h2 id="committee-make" className={styles.heading}>
        {t('kits.make')}
      </h2>
      <Text size="sm" c="dimmed">
        {t('kits.makeText')}
      </Text>
      <Group gap="md" mt="sm" align="center">
        <Checkbox.Group
          aria-label={t('kits.formats')}
          value={[...formats]}
          onChange={(next) => setFormats(next)}
        >
          <Group gap="md">
            {kitFormats.map((format) => (
              <Checkbox key={format} size="xs" value={format} label={t(`kits.format.${format}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Button
          size="xs"
          disabled={chosen.length === 0}
          leftSection={<IconPackageExport size="1rem" aria-hidden />}
          onClick={() =>
            void makeAllKits(phaseId, chosen, t('kits.archiveName', { phase: phaseName }))
          }
        >
          {t('kits.makeAll')}
        </Button>
      </Group>
    </section>
  );
}

function TakeBack({ phaseId }: { readonly phaseId: string }) {
  const { t } = useTranslation('committeeScreen');
  return (
    <section className={styles.card} aria-labelledby="committee-take" data-drop>
      <h2 id="committee-take" className={styles.heading}>
        {t('kits.take')}
      </h2>
      <Text size="sm" c="dimmed">
        {t('kits.takeText')}
      </Text>
      <Button
        size="xs"
        mt="sm"
        variant="default"
        leftSection={<IconFolderOpen size="1rem" aria-hidden />}
        onClick={() => void previewChosen(phaseId)}
      >
        {t('kits.choose')}
      </Button>
    </section>
  );
}

interface ProgressionProps {
  readonly phaseId: string;
  readonly phaseName: string;
  readonly isReadOnly: boolean;
}

function Progression({ phaseId, phaseName, isReadOnly }: ProgressionProps) {
  const { t } = useTranslation('committeeScreen');
  const { data, error } = useQuery(
    'committee:evaluators',
    { phaseId, today: localToday() },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  return (
    <section className={styles.card} aria-labelledby="committee-progress">
      <h2 id="committee-progress" className={styles.heading}>
        {t('kits.members')}
      </h2>
      {data.evaluators.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('scores.noMembers')}
        </Text>
      ) : (
        <table className={styles.table} aria-labelledby="committee-progress">
          <thead>
            <tr>
              <th scope="col">{t('kits.member')}</th>
              <th scope="col">{t('kits.kit')}</th>
              <th scope="col">{t('kits.scored')}</th>
              <th scope="col" data-figure>
                {t('kits.recusals')}
              </th>
              <th scope="col">
                <span className="r-visually-hidden">{t('kits.make')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.evaluators.map((evaluator) => (
              <MemberRow
                key={evaluator.personId}
                evaluator={evaluator}
                phaseId={phaseId}
                phaseName={phaseName}
                isReadOnly={isReadOnly}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MemberRow({
  evaluator,
  phaseId,
  phaseName,
  isReadOnly,
}: ProgressionProps & { readonly evaluator: EvaluatorView }) {
  const { t } = useTranslation('committeeScreen');
  const { dateTime, shortDate, number } = useFormat();
  const { personId, name, isMember, expected, scored, abstained, outOfScale, recusals } = evaluator;
  const { kit } = evaluator;
  const done = scored + abstained;
  const make = (format: KitFormat): void => {
    const suggested = t('kits.fileName', { phase: phaseName, member: name });
    void makeOneKit(phaseId, personId, format, suggested);
  };
  const returned =
    kit === null
      ? null
      : kit.lastTakenAt === null
        ? t('kits.notReturned')
        : t('kits.returned', { at: shortDate(kit.lastTakenAt) });
  return (
    <tr>
      <th scope="row">
        {name}
        {!isMember && <span className={styles.quiet}> · {t('kits.former')}</span>}
      </th>
      <td>
        {kit === null ? (
          <span className={styles.quiet}>{t('kits.notMade')}</span>
        ) : (
          <>
            {t('kits.made', { version: kit.version, at: dateTime(kit.madeAt) })}
            <span
              className={styles.quiet}
              data-state={kit.lastTakenAt === null ? undefined : 'done'}
            >
              {' · '}
              {returned}
            </span>
          </>
        )}
      </td>
      <td>
        <div className={styles.progress}>
          <Progress
            aria-hidden
            w="4rem"
            value={expected === 0 ? 0 : (100 * done) / expected}
            size="sm"
          />
          <span>
            {t('kits.scoredOf', { scored: number(scored), expected: number(expected) })}
            {abstained > 0 && ` ${t('kits.abstained', { count: abstained })}`}
            {outOfScale > 0 && (
              <span className={styles.bad}> · {t('kits.outOfScale', { count: outOfScale })}</span>
            )}
          </span>
        </div>
      </td>
      <td data-figure>{recusals === 0 ? t('none') : number(recusals)}</td>
      <td data-figure>
        {!isReadOnly && isMember && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('kits.makeOneFor', { name })}
                rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
              >
                {t('kits.makeOne')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {kitFormats.map((format) => (
                <Menu.Item key={format} onClick={() => make(format)}>
                  {t(`kits.format.${format}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}
