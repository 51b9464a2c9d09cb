import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LetterRecipient } from '#contract/selection-papers.channels.ts';
import { selectionPaperFormats, selectionPapers } from '#contract/selection-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import { useQuery } from '#stores/use-query.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { PaperMenu } from './PaperMenu.tsx';
import { MakeLetters } from './MakeLetters.tsx';
import { Makings } from './Makings.tsx';
import { exportPaper } from './papers.ts';
import { Recipients } from './Recipients.tsx';
import styles from './SelectionPapers.module.css';
import { TemplateEditor } from './Template.tsx';

type Outcome = LetterRecipient['outcome'];

interface SelectionPapersProps {
  readonly callId: string;
  readonly isReadOnly: boolean;
}

/** Everything that leaves a selection: its documents, letters about outcomes, and what was made before. */
export function SelectionPapers({ callId: id, isReadOnly }: SelectionPapersProps) {
  const { t } = useTranslation('selectionPapers');
  const callId: Id<'callForInterest'> = id;
  const { data: sheet, error } = useQuery('selection:call', { id: callId });
  if (error !== null) return <RefusalNote error={error} />;
  if (sheet === undefined || sheet === null) return null;
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <Section title={t('documents')}>
          <div className={styles.tools}>
            {selectionPapers.map((paper) => (
              <PaperMenu
                key={paper}
                name={t(`document.${paper}`)}
                formats={selectionPaperFormats}
                onChoose={(format) =>
                  void exportPaper(
                    callId,
                    paper,
                    format,
                    `${t(`document.${paper}`)} – ${sheet.title}`,
                  )
                }
              />
            ))}
          </div>
        </Section>
        <Letters callId={callId} callTitle={sheet.title} isReadOnly={isReadOnly} />
      </div>
    </div>
  );
}

const PAGE = 50;

function Letters({
  callId,
  callTitle,
  isReadOnly,
}: {
  readonly callId: Id<'callForInterest'>;
  readonly callTitle: string;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation(['selectionPapers', 'selection']);
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const [includesProvisional, setIncludesProvisional] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const [shownId, setShownId] = useState<string | null>(null);
  const { data: view, error } = useQuery(
    'selectionPapers:letters',
    { callId, includesProvisional, outcome: chosen, limit },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (view === undefined) return <Skeleton h={240} />;
  const shown =
    view.recipients.find(({ applicationId }) => applicationId === shownId) ??
    view.recipients[0] ??
    null;
  const outcome = chosen ?? shown?.outcome ?? 'pitch';
  const template = view.templates.find((one) => one.outcome === outcome);
  const total = view.outcomes.reduce((sum, { count }) => sum + count, 0);
  const countOf = (one: Outcome): number =>
    view.outcomes.find((entry) => entry.outcome === one)?.count ?? 0;
  return (
    <>
      <Section title={t('selectionPapers:letters')} count={total}>
        <SegmentedControl
          mb="sm"
          fullWidth
          aria-label={t('selectionPapers:template.outcome')}
          value={chosen ?? 'all'}
          data={[
            { value: 'all', label: `${t('selectionPapers:all')} (${total})` },
            ...phaseOutcomes.map((one) => ({
              value: one,
              label: t('selectionPapers:outcomeCount', {
                name: t(`selection:column.${one}`),
                count: countOf(one),
              }),
            })),
          ]}
          onChange={(value) => {
            setChosen(phaseOutcomes.find((one) => one === value) ?? null);
            setLimit(PAGE);
            setShownId(null);
          }}
        />
        <MakeLetters
          callId={callId}
          callTitle={callTitle}
          view={view}
          outcome={chosen}
          includesProvisional={includesProvisional}
          setIncludesProvisional={setIncludesProvisional}
          isReadOnly={isReadOnly}
        />
        {template !== undefined && (
          <TemplateEditor
            // A template changed elsewhere, or taken back, is begun anew.
            key={`${template.outcome} ${template.subject} ${template.body}`}
            callId={callId}
            template={template}
            fields={view.fields}
            shown={shown?.outcome === outcome ? shown : null}
            isReadOnly={isReadOnly}
          />
        )}
        {view.total === 0 ? (
          <p className={styles.quiet}>{t('selectionPapers:none')}</p>
        ) : (
          <Recipients
            recipients={view.recipients}
            total={view.total}
            shownId={shown?.applicationId ?? null}
            onShow={setShownId}
            onMore={() => setLimit(Math.min(200, limit + PAGE))}
          />
        )}
      </Section>
      <Section title={t('selectionPapers:register')} count={view.makings.length}>
        <Makings makings={view.makings} />
      </Section>
    </>
  );
}
