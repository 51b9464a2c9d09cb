import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';

import { useNavigation } from '#stores/navigation.store.ts';
import { Logo } from '#ui/Logo.tsx';

import { screenAt, screens } from './screens.ts';
import classes from './Shell.module.css';

/** The way between screens, always at the left. */
export function Rail() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const isCollapsed = useNavigation((state) => state.isRailCollapsed);
  const toggle = useNavigation((state) => state.toggleRail);
  const current = screenAt(location)?.id;
  const CollapseIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const collapseLabel = t(isCollapsed ? 'shell:rail.expand' : 'shell:rail.collapse');

  return (
    <nav className={classes['rail']} aria-label={t('shell:rail.name')}>
      <div className={classes['brand']}>
        <Logo size={30} />
        <span className={classes['word']}>Rapporteur</span>
      </div>
      <ul className={classes['screens']}>
        {screens.map(({ id, path, icon: IconOf }) => (
          <li key={id} className={id === 'settings' ? classes['settings'] : undefined}>
            <Tooltip label={t(`shell:screen.${id}`)} position="right" disabled={!isCollapsed}>
              <Link
                href={path}
                className={classes['link'] ?? ''}
                aria-current={current === id ? 'page' : undefined}
              >
                <IconOf size={21} stroke={1.7} aria-hidden="true" />
                <span className={classes['word']}>{t(`shell:screen.${id}`)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip label={collapseLabel} position="right" disabled={!isCollapsed}>
        <button
          type="button"
          className={classes['collapse']}
          aria-expanded={!isCollapsed}
          onClick={toggle}
        >
          <CollapseIcon size={21} stroke={1.7} aria-hidden="true" />
          <span className={classes['word']}>{collapseLabel}</span>
        </button>
      </Tooltip>
    </nav>
  );
}
