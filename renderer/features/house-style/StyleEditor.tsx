import { Button, Group, Select, Switch, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { HouseStyleView, StyleDraft } from '#contract/house-style.channels.ts';
import { FOOTER_MAX, isFontName } from '#domain/house-style.ts';
import { useQuery } from '#stores/use-query.ts';

import { ColourField } from './ColourField.tsx';
import { commonFonts } from './fonts.ts';
import styles from './HouseStyle.module.css';
import { StyleFile } from './StyleFile.tsx';
import { StyleText } from './StyleText.tsx';
import { TemplateNotes } from './TemplateNotes.tsx';
import { chooseStyle, removeStyle, saveStyle } from './write-style.ts';

/** The colours of the program's own look, for what is left empty. */
const BUILT_IN = { accent: '0B4F5C', secondary: '5B949C' } as const;

interface StyleEditorProps {
  readonly style: HouseStyleView;
  readonly isReadOnly: boolean;
  /** Told what is typed and not saved, for the preview. */
  onDraft(draft: StyleDraft): void;
}

/** All that a style decides on; each part is saved as soon as it is left. */
export function StyleEditor({ style, isReadOnly, onDraft }: StyleEditorProps) {
  const { t } = useTranslation();
  const fontList = useId();
  const { data: groups = [] } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 50,
  });
  const save = async (values: StyleDraft): Promise<void> => {
    await saveStyle(style.id, values);
    onDraft({});
  };
  const bound = <K extends keyof StyleDraft>(field: K) => ({
    isReadOnly,
    onDraft: (value: StyleDraft[K]) => onDraft({ [field]: value }),
    onSave: (value: StyleDraft[K]) => void save({ [field]: value }),
  });
  const refuseFont = (name: string): string | null =>
    isFontName(name) ? null : t('vocabulary:rule.invalidFont');

  return (
    <form className={styles.editor} onSubmit={(event) => event.preventDefault()}>
      <Part>
        <StyleText
          label={t('houseStyle:name')}
          value={style.name}
          maxLength={120}
          isRequired
          {...bound('name')}
          onDraft={() => undefined}
          onSave={(name) => void (name === null ? undefined : save({ name }))}
        />
        {groups.length > 1 && (
          <Select
            label={t('houseStyle:group')}
            disabled={isReadOnly}
            value={style.workingGroupId ?? ''}
            allowDeselect={false}
            data={[
              { value: '', label: t('houseStyle:everyGroup') },
              ...groups.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(id) => {
              const chosen = groups.find((group) => group.id === id)?.id;
              void save({ workingGroupId: chosen ?? null });
            }}
          />
        )}
        <StyleText
          label={t('houseStyle:organisation')}
          description={t('houseStyle:organisationHint')}
          value={style.organisationName}
          maxLength={200}
          {...bound('organisationName')}
        />
        {!isReadOnly && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => chooseStyle(style.id, !style.isDefault)}
            >
              {t(style.isDefault ? 'houseStyle:stopUsing' : 'houseStyle:use')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => removeStyle(style.id)}
            >
              {t('houseStyle:remove')}
            </Button>
          </Group>
        )}
      </Part>
      <Part title={t('houseStyle:colours')}>
        <ColourField
          label={t('houseStyle:accent')}
          value={style.accentColour}
          used={style.usedAccent}
          darkenedKey="houseStyle:darkened"
          fallback={BUILT_IN.accent}
          {...bound('accentColour')}
        />
        <ColourField
          label={t('houseStyle:secondary')}
          value={style.secondaryColour}
          used={style.usedSecondary}
          darkenedKey="houseStyle:secondaryDarkened"
          fallback={BUILT_IN.secondary}
          {...bound('secondaryColour')}
        />
      </Part>
      <Part title={t('houseStyle:logo')}>
        <StyleFile
          style={style}
          part="logo"
          label={t('houseStyle:logo')}
          hint={t('houseStyle:dropLogo')}
          isReadOnly={isReadOnly}
        />
        <StyleText
          label={t('houseStyle:logoAlt')}
          description={t('houseStyle:logoAltHint')}
          value={style.logoAlt}
          maxLength={200}
          {...bound('logoAlt')}
        />
        <Switch
          label={t('houseStyle:headerLogo')}
          description={t('houseStyle:headerLogoHint')}
          checked={style.hasHeaderLogo}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => void save({ hasHeaderLogo: currentTarget.checked })}
        />
      </Part>
      <Part title={t('houseStyle:fonts')}>
        <StyleText
          label={t('houseStyle:textFont')}
          description={t('houseStyle:fontHint')}
          placeholder="Calibri"
          value={style.textFont}
          maxLength={60}
          list={fontList}
          refuse={refuseFont}
          {...bound('textFont')}
        />
        <StyleText
          label={t('houseStyle:headingFont')}
          description={t('houseStyle:headingFontHint')}
          value={style.headingFont}
          maxLength={60}
          list={fontList}
          refuse={refuseFont}
          {...bound('headingFont')}
        />
        <datalist id={fontList}>
          {commonFonts.map((font) => (
            <option key={font}>{font}</option>
          ))}
        </datalist>
      </Part>
      <Part title={t('houseStyle:foot')}>
        <StyleText
          label={t('houseStyle:footer')}
          description={t('houseStyle:footerHint')}
          value={style.footerText}
          maxLength={FOOTER_MAX}
          {...bound('footerText')}
        />
        <Switch
          label={t('houseStyle:pageNumbers')}
          checked={style.hasPageNumbers}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => void save({ hasPageNumbers: currentTarget.checked })}
        />
      </Part>
      <Part title={t('houseStyle:templates')} description={t('houseStyle:templatesHint')}>
        {(['docx', 'odt', 'pptx'] as const).map((role) => {
          const format = role.toUpperCase();
          return (
            <StyleFile
              key={role}
              style={style}
              part={role}
              label={t('houseStyle:template', { format })}
              hint={t('houseStyle:dropTemplate', { format })}
              isReadOnly={isReadOnly}
            >
              {style.files.some((file) => file.role === role && file.state === 'sound') && (
                <TemplateNotes styleId={style.id} role={role} />
              )}
            </StyleFile>
          );
        })}
      </Part>
    </form>
  );
}

interface PartProps {
  readonly title?: string;
  readonly description?: string;
  readonly children: ReactNode;
}

function Part({ title, description, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles.part} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <Title order={2} id={id} size="h4">
          {title}
        </Title>
      )}
      {description !== undefined && <p className={styles.quiet}>{description}</p>}
      {children}
    </section>
  );
}
