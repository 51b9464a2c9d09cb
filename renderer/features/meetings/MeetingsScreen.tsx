import { Button } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { Screen } from '#ui/Screen.tsx';
import { textOf } from '#ui/text-of.ts';

import { isAside, isFace, MeetingPage } from './MeetingPage.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { NewMeeting } from './NewMeeting.tsx';
import type { MeetingParts } from './parts.ts';
import { MeetingPartsContext } from './parts.ts';

const initial: GridPrefs = {
  order: ['meeting', 'heldOn', 'startsAt', 'meetingStatus', 'meetingKind', 'body', 'place'],
  hidden: ['period', 'endsAt', 'purpose'],
  widths: { meeting: 320, heldOn: 120, startsAt: 90, meetingStatus: 130, body: 240, place: 220 },
  sort: [{ column: 'heldOn', direction: 'desc' }],
};

export interface MeetingsScreenProps {
  /** What other features show on a meeting's page. */
  readonly parts: MeetingParts;
  /** What stands around the list: the tabs beside it. */
  readonly Frame: ComponentType<{ readonly children: ReactNode }>;
}

/** The meetings, and each of them on its own page while it is prepared, held and written up. */
export function MeetingsScreen({ parts, Frame }: MeetingsScreenProps) {
  const [isPage, params] = useRoute('/meetings/:id/:face');
  if (isPage) {
    const { id, face } = params;
    return (
      <MeetingPartsContext value={parts}>
        <MeetingPage key={id} id={id} face={isFace(face) || isAside(face) ? face : 'prepare'} />
      </MeetingPartsContext>
    );
  }
  return <MeetingsList Frame={Frame} />;
}

function MeetingsList({ Frame }: Pick<MeetingsScreenProps, 'Frame'>) {
  const { t } = useTranslation('meetings');
  const [, params] = useRoute('/meetings/:id?');
  const [, setLocation] = useLocation();
  const openId = params?.id ?? null;
  const asked = storedRecord(openId);
  const { data } = useQuery(
    'meetings:sheet',
    asked === null ? null : { ...asked, today: localToday() },
  );
  const screen = useRegisterScreen({
    register: 'meetings',
    openId,
    sheet: data,
    newName: t('new'),
    nameOf: (record) => textOf(record['title']),
  });
  const { sheet, isReadOnly } = screen;
  const go = (id: string | null): void => {
    setLocation(id === null ? '/meetings' : `/meetings/${id}`);
  };
  const start = (): void => {
    go('new');
  };
  useCommand(isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: start });
  const create = isReadOnly ? null : (
    <Button size="sm" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start}>
      {t('new')}
    </Button>
  );

  return (
    <Screen title={t('title')} isFlush actions={create}>
      <Frame>
        <RegisterView
          screen={screen}
          label={t('title')}
          initial={initial}
          countLabel={(numbers) => t('count', numbers)}
          filterPlaceholder={t('filter')}
          empty={{
            icon: IconCalendarEvent,
            title: t('emptyTitle'),
            description: t('emptyText'),
            actions: create,
          }}
          go={go}
          form={
            <NewMeeting
              onMade={(id) => {
                setLocation(`/meetings/${id}/prepare`);
              }}
            />
          }
          sheet={
            openId === null || sheet === null ? null : (
              <MeetingPanel key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
            )
          }
        />
      </Frame>
    </Screen>
  );
}
