import { Alert, Button, Checkbox } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LetterRecipient, LettersView } from '#contract/selection-papers.channels.ts';

import { PaperMenu } from './PaperMenu.tsx';
import type { LetterChoice, Making } from './papers.ts';
import { makeLetters } from './papers.ts';
import styles from './SelectionPapers.module.css';

interface MakeLettersProps {
  readonly callId: LetterChoice['callId'];
  readonly callTitle: string;
  readonly view: LettersView;
  readonly outcome: LetterRecipient['outcome'] | null;
  readonly includesProvisional: boolean;
  readonly setIncludesProvisional: (isIncluded: boolean) => void;
  readonly isReadOnly: boolean;
}

/** Makes letters or messages of one outcome, or of all, after saying what speaks against it. */
export function MakeLetters(props: MakeLettersProps) {
  const { callId, callTitle, view, outcome, includesProvisional, setIncludesProvisional } = props;
  const { t } = useTranslation('selectionPapers');
  const [isOneFileEach, setOneFileEach] = useState(false);
  const [skipsProblems, setSkipsProblems] = useState(false);
  const [onlyNew, setOnlyNew] = useState(false);
  const [made, setMade] = useState<Making | null>(null);
  const own = view.outcomes.filter((one) => outcome === null || one.outcome === outcome);
  const sum = (of: (one: (typeof own)[number]) => number): number =>
    own.reduce((all, one) => all + of(one), 0);
  const facts = (['problems', 'withoutAddress', 'made'] as const).flatMap((key) => {
    const count = sum((one) => one[key]);
    return count === 0 ? [] : [t(`summary.${key}`, { count })];
  });
  const choice: LetterChoice = {
    callId,
    includesProvisional,
    outcomes: outcome === null ? null : [outcome],
    isOneFileEach,
    skipsProblems,
    onlyNew,
  };
  const isDisabled = props.isReadOnly || sum(({ count }) => count) === 0;
  const make = (format: 'docx' | 'odt' | 'pdf' | 'eml'): void => {
    const name = t(format === 'eml' ? 'make.mailName' : 'make.fileName', { call: callTitle });
    void makeLetters(choice, format, name, setMade);
  };
  return (
    <>
      <div className={styles.tools}>
        <PaperMenu
          name={t('make.letters')}
          formats={['docx', 'odt', 'pdf'] as const}
          isMain
          isDisabled={isDisabled}
          onChoose={make}
        />
        <Button
          size="compact-md"
          variant="default"
          disabled={isDisabled}
          leftSection={<IconMail size="1rem" aria-hidden />}
          onClick={() => make('eml')}
        >
          {t('make.emails')}
        </Button>
        <Checkbox
          size="sm"
          label={t('isOneFileEach')}
          checked={isOneFileEach}
          onChange={({ currentTarget }) => setOneFileEach(currentTarget.checked)}
        />
        <Checkbox
          size="sm"
          label={t('skipsProblems')}
          checked={skipsProblems}
          onChange={({ currentTarget }) => setSkipsProblems(currentTarget.checked)}
        />
        <Checkbox
          size="sm"
          label={t('onlyNew')}
          checked={onlyNew}
          onChange={({ currentTarget }) => setOnlyNew(currentTarget.checked)}
        />
        {(view.provisional > 0 || includesProvisional) && (
          <Checkbox
            size="sm"
            label={t('includesProvisional')}
            checked={includesProvisional}
            onChange={({ currentTarget }) => setIncludesProvisional(currentTarget.checked)}
          />
        )}
      </div>
      <p className={styles.quiet}>
        {[
          ...facts,
          ...(view.provisional > 0 ? [t('provisional', { count: view.provisional })] : []),
          ...(view.undecided > 0 ? [t('undecided', { count: view.undecided })] : []),
          t('make.hint'),
        ].join(' – ')}
      </p>
      {made !== null && (
        <Alert
          p="xs"
          color={made.leftOut.length + made.withoutAddress.length > 0 ? 'yellow' : 'teal'}
          role="status"
        >
          {[
            t('make.done', { count: made.made }),
            ...(made.leftOut.length > 0
              ? [t('make.leftOut', { numbers: made.leftOut.join(', ') })]
              : []),
            ...(made.withoutAddress.length > 0
              ? [t('make.withoutAddress', { numbers: made.withoutAddress.join(', ') })]
              : []),
          ].join(' ')}
        </Alert>
      )}
    </>
  );
}
