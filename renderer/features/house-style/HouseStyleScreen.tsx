import { Badge, Button, Skeleton } from '@mantine/core';
import { IconPalette, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRoute } from 'wouter';

import type { HouseStyleView, StyleDraft } from '#contract/house-style.channels.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import styles from './HouseStyle.module.css';
import { StyleEditor } from './StyleEditor.tsx';
import { StylePreview } from './StylePreview.tsx';
import { createStyle } from './write-style.ts';

const PATH = '/settings/style';
const pathOf = (id: string): string => `${PATH}/${id}`;

/** How documents look: the styles of the store, one being changed, and what it makes of a page. */
export function HouseStyleScreen() {
  const { t } = useTranslation('houseStyle');
  const { data, error } = useQuery('houseStyle:list', {}, { keepPrevious: true });
  const [, params] = useRoute(`${PATH}/:id`);
  const [, navigate] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const [draft, setDraft] = useState<StyleDraft>({});
  const chosen =
    data?.find(({ id }) => id === params?.id) ??
    data?.find(({ isDefault }) => isDefault) ??
    data?.[0];
  useBreadcrumb([{ label: t('title') }]);

  const add = async (): Promise<void> => {
    const names = new Set(data?.map(({ name }) => name));
    let name: string = t('newName');
    for (let number = 2; names.has(name); number += 1) name = t('newNumbered', { number });
    const id = await createStyle(name);
    if (id !== null) navigate(pathOf(id));
  };
  const button = isReadOnly ? null : (
    <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => void add()}>
      {t('new')}
    </Button>
  );
  return (
    <Screen
      title={t('title')}
      description={isReadOnly ? t('readOnly') : t('description')}
      isFlush
      actions={chosen === undefined ? null : button}
    >
      {error !== null && <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <Skeleton h="100%" />
      ) : (
        <div className={styles.split}>
          <div className={styles.side}>
            {chosen === undefined ? (
              <EmptyScreen
                icon={IconPalette}
                title={t('title')}
                description={t('empty')}
                actions={button}
              />
            ) : (
              <>
                {data.length > 1 && <StyleList all={data} chosen={chosen} />}
                <StyleEditor
                  key={chosen.id}
                  style={chosen}
                  isReadOnly={isReadOnly}
                  onDraft={setDraft}
                />
              </>
            )}
          </div>
          <StylePreview id={chosen?.id ?? null} draft={draft} />
        </div>
      )}
    </Screen>
  );
}

interface StyleListProps {
  readonly all: readonly HouseStyleView[];
  readonly chosen: HouseStyleView;
}

function StyleList({ all, chosen }: StyleListProps) {
  const { t } = useTranslation('houseStyle');
  return (
    <nav className={styles.list} aria-label={t('list')}>
      {all.map((style) => (
        <Link
          key={style.id}
          href={pathOf(style.id)}
          className={styles.entry ?? ''}
          aria-current={style.id === chosen.id ? 'true' : undefined}
        >
          {style.name}
          {style.isDefault && (
            <Badge size="sm" variant="light">
              {t('used')}
            </Badge>
          )}
        </Link>
      ))}
    </nav>
  );
}
