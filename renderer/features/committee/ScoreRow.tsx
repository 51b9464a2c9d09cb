import { IconMessage } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { asRefusal } from '#stores/refusal.ts';
import { parseTypedNumber } from '#ui/data-grid/cell-format.ts';
import { useFormat } from '#ui/format.ts';

import type { GridCell } from './score-place.ts';
import type { ScoreLine } from './ScoreGrid.tsx';
import styles from './ScoreGrid.module.css';

type Step = readonly [row: number, column: number];

interface ScoreRowProps {
  readonly line: ScoreLine | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly evaluators: readonly { readonly personId: string; readonly name: string }[];
  /** The cell that has the keyboard, if it is in this row. */
  readonly column: number | null;
  /** What is being typed into it; null when nothing is. */
  readonly typed: string | null;
  readonly onPoint: (column: number) => void;
  readonly onEdit: () => void;
  /** @throws ApiError when the score is refused */
  readonly onWrite: (column: number, value: number | null) => Promise<unknown>;
  readonly onEdited: (step: Step) => void;
}

const sameRow = (before: ScoreRowProps, after: ScoreRowProps): boolean =>
  before.line === after.line &&
  before.top === after.top &&
  before.height === after.height &&
  before.column === null &&
  after.column === null &&
  before.evaluators === after.evaluators;

/** One application, with what each member says of it. */
export const ScoreRow = memo(function ScoreRow(props: ScoreRowProps) {
  const { line, index, top, height, evaluators, column, typed, onPoint } = props;
  const { t } = useTranslation('committeeScreen');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={styles.name}
        title={line === undefined ? undefined : line.title}
      >
        {line === undefined ? '' : t('who', { number: line.number, name: line.organisationName })}
      </div>
      {evaluators.map(({ personId, name }, at) => {
        const cell = line?.cells[at];
        const isCurrent = at === column;
        return (
          // The grid takes the keys; the pointer only says which cell has them.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={personId}
            role="gridcell"
            aria-colindex={at + 2}
            className={styles.cell}
            data-state={cell?.state}
            data-current={isCurrent || undefined}
            tabIndex={isCurrent ? 0 : -1}
            onClick={() => onPoint(at)}
            onDoubleClick={props.onEdit}
          >
            {isCurrent && typed !== null ? (
              <ScoreInput
                typed={typed}
                cell={cell}
                label={t('scores.cell', { member: name, number: line?.number ?? 0 })}
                onWrite={(value) => props.onWrite(at, value)}
                onDone={props.onEdited}
              />
            ) : (
              cell !== undefined && <CellFace cell={cell} />
            )}
          </div>
        );
      })}
    </div>
  );
}, sameRow);

function CellFace({ cell }: { readonly cell: GridCell }) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const { state, value, comment } = cell;
  const words =
    state === 'recused' ? (
      <s>{t('scores.recusedShort')}</s>
    ) : state === 'abstained' ? (
      t('scores.abstainedShort')
    ) : value === null ? (
      <span className="r-visually-hidden">{t('scores.state.missing')}</span>
    ) : (
      <>
        {number(value)}
        {state !== 'scored' && (
          <span className="r-visually-hidden"> {t(`scores.state.${state}`)}</span>
        )}
      </>
    );
  return (
    <span title={comment ?? undefined}>
      {words}
      {comment !== null && (
        <>
          <IconMessage size="0.8rem" aria-hidden className={styles.comment ?? ''} />
          <span className="r-visually-hidden">{t('scores.hasComment')}</span>
        </>
      )}
    </span>
  );
}

interface ScoreInputProps {
  readonly typed: string;
  readonly cell: GridCell | undefined;
  readonly label: string;
  readonly onWrite: (value: number | null) => Promise<unknown>;
  readonly onDone: (step: Step) => void;
}

/** Enter saves and goes down, Tab goes to the side, Esc gives up; a refusal stays, in words. */
function ScoreInput({ typed, cell, label, onWrite, onDone }: ScoreInputProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const stored = cell?.value ?? null;
  const [text, setText] = useState(typed === '' && stored !== null ? number(stored) : typed);
  const [error, setError] = useState<string | null>(null);
  const isSaving = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    if (typed === '') input.current?.select();
  }, [typed]);

  async function save(step: Step): Promise<void> {
    if (isSaving.current) return;
    const plain = text.trim();
    const value = plain === '' ? null : parseTypedNumber(plain);
    if (plain !== '' && value === null) {
      setError(t('team.notANumber'));
      return;
    }
    if (value === stored && (value !== null || cell?.state === 'missing')) {
      onDone(step);
      return;
    }
    isSaving.current = true;
    try {
      await onWrite(value);
      onDone(step);
    } catch (thrown) {
      setError(asRefusal(thrown).message);
    } finally {
      isSaving.current = false;
    }
  }

  return (
    <>
      <input
        ref={input}
        className={styles.input}
        aria-label={label}
        aria-invalid={error !== null}
        inputMode="decimal"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setError(null);
        }}
        onBlur={() => {
          if (error === null) void save([0, 0]);
          else onDone([0, 0]);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') void save([event.shiftKey ? -1 : 1, 0]);
          else if (event.key === 'Tab') void save([0, event.shiftKey ? -1 : 1]);
          else if (event.key === 'Escape') onDone([0, 0]);
          else return;
          event.preventDefault();
        }}
      />
      {error !== null && (
        <span role="alert" className={styles.problem}>
          {error}
        </span>
      )}
    </>
  );
}
