import type { Icon } from '@tabler/icons-react';
import { IconAddressBook, IconFileImport, IconHierarchy2, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import classes from './Dashboard.module.css';

const steps: readonly { readonly key: string; readonly path: string; readonly icon: Icon }[] = [
  { key: 'exchange', path: '/exchange', icon: IconFileImport },
  { key: 'actors', path: '/actors', icon: IconAddressBook },
  { key: 'subGroups', path: '/sub-groups', icon: IconHierarchy2 },
  { key: 'settings', path: '/settings', icon: IconSettings },
];

/** What to do first in a new group. */
export function FirstSteps() {
  const { t } = useTranslation('dashboard');
  return (
    <section className={classes['first']} aria-labelledby="first-steps">
      <h2 id="first-steps">{t('dashboard:first.title')}</h2>
      <p>{t('dashboard:first.description')}</p>
      <ol className={classes['steps']}>
        {steps.map(({ key, path, icon: IconOf }, index) => (
          <li key={key}>
            <Link href={path} className={classes['step'] ?? ''}>
              <span className={classes['stepIcon']}>
                <IconOf size={24} stroke={1.6} aria-hidden="true" />
              </span>
              <strong>
                {index + 1}. {t(`dashboard:first.${key}.title`)}
              </strong>
              <span>{t(`dashboard:first.${key}.description`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
