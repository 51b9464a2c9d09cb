import { useTranslation } from 'react-i18next';

import type { PaperChoice } from '#contract/convocation.channels.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { FormatMenu } from '#ui/FormatMenu.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { exportPaper } from './papers.ts';

export interface PaperMenuProps {
  readonly paper: PaperChoice;
  /** What the paper is about: the meeting's title or the sub-group's name. */
  readonly about: string;
}

/** One document, and the formats it can be written in. */
export function PaperMenu({ paper, about }: PaperMenuProps) {
  const { t } = useTranslation('meetingPapers');
  const name = t(`document.${paper.document}`);
  return (
    <FormatMenu
      name={name}
      formats={paperFormatsOf(paper.document)}
      labelOf={(format) => t(`format.${format}`)}
      saysOf={(format) => t('exportAs', { document: name, format: format.toUpperCase() })}
      onChoose={(format) => {
        void exportPaper(paper, format, localToday(), `${name} – ${about}`);
      }}
    />
  );
}
