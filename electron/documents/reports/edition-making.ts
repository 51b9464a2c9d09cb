import type { PaperMaking } from './meetings/making.ts';
import { paperMaking } from './meetings/making.ts';

/** Gives the text of a key in the document's language. */
export type EditionTranslate = (
  key: `${'editions' | 'meetingTexts' | 'reportTexts' | 'vocabulary'}:${string}`,
  params?: Readonly<Record<string, string | number>>,
) => string;

export interface EditionOptions {
  readonly translate: EditionTranslate;
  readonly language: 'fr' | 'en';
}

/** What the parts of an edition are made with, beside what the papers of meetings are made with. */
export interface EditionMaking {
  readonly paper: PaperMaking;
  readonly words: PaperMaking['words'];
  readonly choice: PaperMaking['choice'];
  /** A text of these documents, by its key among them. */
  readonly e: (key: string, params?: Readonly<Record<string, string | number>>) => string;
}

export function editionMaking({ translate, language }: EditionOptions): EditionMaking {
  const paper = paperMaking({ translate, language });
  return {
    paper,
    words: paper.words,
    choice: paper.choice,
    e: (key, params) => translate(`editions:paper.${key}`, params),
  };
}
