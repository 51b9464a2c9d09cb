import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MandateView } from '#contract/actor.channels.ts';
import { mandateRoles } from '#domain/working-group.ts';
import { recordPort } from '#stores/record-port.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';
import { stateOn } from '#ui/record-form/tenure.ts';
import { TenureList } from '#ui/record-form/TenureList.tsx';
import { TenureTimeline } from '#ui/record-form/TenureTimeline.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { MandateForm } from './MandateForm.tsx';
import styles from './SubGroups.module.css';

export interface SuccessionProps {
  readonly subGroupId: string;
  readonly mandates: readonly MandateView[];
  /** Day chosen in the list; the person may choose another one here. */
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

const withOrganisation = ({ personLabel, organisationLabel }: MandateView): string =>
  organisationLabel === null ? personLabel : `${personLabel} (${organisationLabel})`;

/** Who held which role, role by role, and who holds it on a chosen day. */
export function Succession({ subGroupId, mandates, day: listDay, isReadOnly }: SuccessionProps) {
  const { t } = useTranslation('subGroups');
  const [chosen, setChosen] = useState<{ day: string | null; over: string | null } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [followed, setFollowed] = useState<string | null>(null);
  const ownDay = chosen !== null && chosen.over === listDay ? chosen.day : listDay;
  const day = ownDay ?? localToday();
  const inForce = mandates.filter((mandate) => stateOn(mandate, day) === 'current');
  const rapporteurs = inForce.filter(({ role }) => role === 'rapporteur').map(withOrganisation);

  return (
    <Section
      title={t('mandates')}
      count={mandates.length}
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => {
              setAdding((adding) => !adding);
            }}
          >
            {t('addMandate')}
          </Button>
        )
      }
    >
      {isAdding && (
        <div className={styles.form}>
          <MandateForm
            subGroupId={subGroupId}
            follows={null}
            onDone={() => {
              setAdding(false);
            }}
          />
        </div>
      )}
      {mandates.length === 0 && !isAdding && (
        <Text size="sm" c="dimmed">
          {t('noMandate')}
        </Text>
      )}
      {mandates.length > 0 && (
        <div className={styles.asOf}>
          <DayInput
            label={t('asOf')}
            value={ownDay}
            width="11rem"
            placeholder={t('grid:toolbar.asOfNow')}
            onChange={(next) => {
              setChosen({ day: next, over: listDay });
            }}
          />
          <Text size="sm" role="status" pb={5}>
            {rapporteurs.length === 0
              ? t('noRapporteur')
              : t('rapporteurIs', { count: rapporteurs.length, names: rapporteurs.join(', ') })}
          </Text>
        </div>
      )}
      {mandateRoles.map((role) => {
        const ofRole = mandates.filter((mandate) => mandate.role === role);
        if (ofRole.length === 0) return null;
        return (
          <div key={role}>
            <h4 className={styles.role}>{t(`vocabulary:choice.mandate.role.${role}`)}</h4>
            <TenureTimeline
              day={day}
              tenures={ofRole.map((mandate) => ({ ...mandate, label: withOrganisation(mandate) }))}
            />
            <TenureList
              table="mandate"
              day={day}
              port={recordPort}
              isReadOnly={isReadOnly}
              renderEditor={(id) => (
                <StoredForm table="mandate" id={id} port={recordPort} isReadOnly={isReadOnly} />
              )}
              lines={ofRole.map((mandate) => ({
                ...mandate,
                name: mandate.personLabel,
                href: recordPort.hrefOf('person', mandate.personId),
                detail: mandate.organisationLabel,
              }))}
              renderExtra={(line) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('handOverOf', { name: line.name })}
                  aria-expanded={followed === line.id}
                  onClick={() => {
                    setFollowed(followed === line.id ? null : line.id);
                  }}
                >
                  {t('handOver')}
                </Button>
              )}
            />
            {ofRole.map(
              (mandate) =>
                mandate.id === followed && (
                  <div key={mandate.id} className={styles.form}>
                    <MandateForm
                      subGroupId={subGroupId}
                      follows={mandate}
                      onDone={() => {
                        setFollowed(null);
                      }}
                    />
                  </div>
                ),
            )}
          </div>
        );
      })}
    </Section>
  );
}
