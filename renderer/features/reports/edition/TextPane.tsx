import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EditionSection, EditionView, TextPlace } from '#contract/edition.views.ts';
import { parseRichText, plainTextOf } from '#domain/rich-text.ts';
import type { LiveSaver } from '#stores/live-saver.ts';
import { asRefusal } from '#stores/refusal.ts';
import { useSaverState } from '#stores/use-saver-state.ts';

import { doWrite } from '../do-write.ts';
import classes from './Edition.module.css';
import { TextEditor } from './TextEditor.tsx';
import type { SaverOf } from './use-text-savers.ts';

interface TextPaneProps {
  readonly edition: EditionView;
  readonly section: EditionSection | null;
  readonly isReadOnly: boolean;
  readonly saverOf: SaverOf;
}

/** The author's own words for the chosen section: before what is generated, and after it. */
export function TextPane({ edition, section, isReadOnly, saverOf }: TextPaneProps) {
  const { t } = useTranslation('reports');
  const [place, setPlace] = useState<TextPlace>('before');
  if (section === null) return <Text size="sm">{t('text.noSection')}</Text>;
  const stored =
    edition.texts.find((text) => text.sectionKey === section.key && text.place === place)
      ?.richText ?? null;
  const saver = saverOf(section.key, place, stored);
  return (
    <div className={classes['textPane']}>
      <h2 className={classes['paneTitle']}>{section.title}</h2>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('text.place')}
        value={place}
        onChange={(value) => setPlace(value === 'after' ? 'after' : 'before')}
        data={[
          { value: 'before', label: t('text.before') },
          { value: 'after', label: t('text.after') },
        ]}
      />
      <TextEditor
        key={`${place} ${section.key}`}
        label={t(`text.${place}Of`, { title: section.title })}
        placeholder={t('text.placeholder')}
        saver={saver}
        stored={stored}
        isReadOnly={isReadOnly}
      />
      {isReadOnly ? (
        <Text size="sm" c="dimmed">
          {t(edition.isLocked ? 'text.locked' : 'text.readOnly')}
        </Text>
      ) : (
        <SavedLine saver={saver} />
      )}
      <Stranded edition={edition} isReadOnly={isReadOnly} />
    </div>
  );
}

function SavedLine({ saver }: { readonly saver: LiveSaver }) {
  const { t } = useTranslation('reports');
  const state = useSaverState(saver);
  const isFailed = state === 'failed';
  return (
    <p className={classes['savedLine']} data-state={state} role={isFailed ? 'alert' : undefined}>
      {isFailed && <IconAlertTriangle size="0.95rem" aria-hidden />}
      {t(`text.state.${state}`)}
      {isFailed && ` (${asRefusal(saver.error).message})`}
      {isFailed && (
        <Anchor component="button" type="button" size="sm" onClick={() => void saver.flush()}>
          {t('text.retry')}
        </Anchor>
      )}
    </p>
  );
}

/** Texts whose section the document no longer has: kept, not printed, and told. */
function Stranded({ edition, isReadOnly }: Pick<TextPaneProps, 'edition' | 'isReadOnly'>) {
  const { t } = useTranslation('reports');
  const texts = edition.texts.filter(({ isStranded }) => isStranded);
  if (texts.length === 0) return null;
  return (
    <section className={classes['stranded']} aria-label={t('text.stranded')}>
      <h3>{t('text.stranded')}</h3>
      <Text size="sm" c="dimmed">
        {t('text.strandedHint')}
      </Text>
      {texts.map(({ sectionKey, place, richText }) => (
        <blockquote key={`${place} ${sectionKey}`}>
          {plainTextOf(parseRichText(richText))}
          {!isReadOnly && (
            <div>
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() =>
                  void doWrite('editions:setText', {
                    id: edition.id,
                    sectionKey,
                    place,
                    richText: null,
                  })
                }
              >
                {t('text.drop')}
              </Anchor>
            </div>
          )}
        </blockquote>
      ))}
    </section>
  );
}
