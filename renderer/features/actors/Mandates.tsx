import { useTranslation } from 'react-i18next';

import type { MandateView } from '#contract/actor.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { StoredForm } from '#ui/record-form/StoredForm.tsx';

import { TenuresOn } from './TenuresOn.tsx';

export interface MandatesProps {
  readonly mandates: readonly MandateView[];
  /** What each line names: who holds it, or the body it is held in. */
  readonly names: 'person' | 'body';
  /** The day asked about, null for today. */
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

/** Mandates of a person, or of the people of an organisation. */
export function Mandates({ mandates, names, day, isReadOnly }: MandatesProps) {
  const { t } = useTranslation('vocabulary');
  return (
    <TenuresOn
      table="mandate"
      day={day}
      port={recordPort}
      isReadOnly={isReadOnly}
      renderEditor={(id) => (
        <StoredForm table="mandate" id={id} port={recordPort} isReadOnly={isReadOnly} />
      )}
      lines={mandates.map((mandate) => {
        const role = t(`vocabulary:choice.mandate.role.${mandate.role}`);
        return {
          ...mandate,
          name: names === 'person' ? mandate.personLabel : mandate.bodyLabel,
          href:
            names === 'person'
              ? recordPort.hrefOf('person', mandate.personId)
              : recordPort.hrefOf(mandate.bodyTable, mandate.bodyId),
          detail: names === 'person' ? `${role}, ${mandate.bodyLabel}` : role,
        };
      })}
    />
  );
}
