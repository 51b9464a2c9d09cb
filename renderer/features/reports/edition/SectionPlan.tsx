import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EditionView } from '#contract/edition.views.ts';

import { doWrite } from '../do-write.ts';
import type { Arranged } from './arrangement.ts';
import classes from './Edition.module.css';
import { Siblings } from './Siblings.tsx';

export interface PlanProps {
  readonly edition: EditionView;
  readonly isReadOnly: boolean;
  readonly chosenKey: string | null;
  readonly onChoose: (key: string) => void;
}

/** The plan of the document: its sections, chosen, moved, hidden and repeated. */
export function SectionPlan(props: PlanProps) {
  const { edition, isReadOnly } = props;
  const { t } = useTranslation('reports');
  const [said, setSaid] = useState('');

  async function arrange(sections: readonly Arranged[]): Promise<void> {
    await doWrite('editions:arrange', { id: edition.id, sections: [...sections] });
  }

  return (
    <nav className={classes['plan']} aria-label={t('plan.title')}>
      <h2 className={classes['paneTitle']}>{t('plan.title')}</h2>
      <Siblings {...props} parentKey={null} arrange={arrange} onSay={setSaid} />
      {!isReadOnly && <p className={classes['hint']}>{t('plan.hint')}</p>}
      <div className="r-visually-hidden" aria-live="polite">
        {said}
      </div>
    </nav>
  );
}
