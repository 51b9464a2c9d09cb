import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import classes from './MeetingsFrame.module.css';

/** The tabs of the meetings' screen, each where its address begins; the list of meetings has the rest. */
const tabs = [
  { path: '/meetings', labelKey: 'meetings:title' },
  { path: '/meetings/follow-up', labelKey: 'followUp:tab' },
  { path: '/meetings/calendar', labelKey: 'calendar:tab' },
] as const;

/** Whether an address lies below another. */
export const isBelow = (location: string, path: string): boolean =>
  location === path || location.startsWith(`${path}/`);

/** What the parts of the meetings' screen have around them. */
export function MeetingsFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [location, setLocation] = useLocation();
  const current = tabs.findLast(({ path }) => isBelow(location, path)) ?? tabs[0];
  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={current.path}
      onChange={(path) => {
        if (path !== null) setLocation(path);
      }}
    >
      <Tabs.List className={classes['tabList'] ?? ''}>
        {tabs.map(({ path, labelKey }) => (
          <Tabs.Tab key={path} value={path}>
            {t(labelKey)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ path }) => (
        <Tabs.Panel key={path} value={path} className={classes['panel'] ?? ''}>
          {path === current.path && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
