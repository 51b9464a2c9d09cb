import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { NeedLineView, NeedProblem, NeedsFormView } from '#contract/needs.channels.ts';

import styles from './Needs.module.css';
import type { useNeedsForms } from './use-needs-forms.ts';

type Forms = ReturnType<typeof useNeedsForms>;

interface FormPreviewProps {
  readonly forms: Forms;
  readonly files: readonly NeedsFormView[];
}

/** What each form would bring, line by line, before anything is written. */
export function FormPreview({ forms, files }: FormPreviewProps) {
  const { t } = useTranslation('needs');
  const kept = files.filter(({ grant, refusal }) => refusal === null && !forms.isLeft(grant));
  const lines = kept.flatMap((file) => file.lines);
  const count = lines.filter(({ fate }) => fate === 'new' || fate === 'update').length;
  const errors = kept.reduce(
    (sum, file) =>
      sum +
      file.problems.length +
      file.lines.reduce((inLines, { problems }) => inLines + problems.length, 0),
    0,
  );
  return (
    <>
      {files.map((file) => (
        <FileView key={file.grant} file={file} forms={forms} />
      ))}
      {errors > 0 && (
        <Text size="sm" mt="sm" c="var(--r-danger)" role="alert">
          {t('forms.errors', { count: errors })}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        <Button disabled={kept.length === 0} onClick={() => void forms.take()}>
          {count === 0 && errors === 0
            ? t('forms.nothing')
            : t('forms.take', { count: errors > 0 ? lines.length : count })}
        </Button>
        <Button variant="default" onClick={() => void forms.again()}>
          {t('forms.again')}
        </Button>
        <Button variant="default" onClick={forms.leave}>
          {t('forms.leave')}
        </Button>
      </Group>
    </>
  );
}

interface FileViewProps {
  readonly file: NeedsFormView;
  readonly forms: Forms;
}

const known = { siret: 'knownBySiret', name: 'knownByName', form: 'knownByForm' } as const;

function FileView({ file, forms }: FileViewProps) {
  const { t } = useTranslation('needs');
  const { grant, fileName, refusal, buyerName, buyerKind, respondentName, gone } = file;
  const isLeft = forms.isLeft(grant);
  return (
    <section className={styles['file']} data-left={isLeft || undefined} aria-label={fileName}>
      <div className={styles['fileHead']}>
        <h4 className={styles['fileName']}>{fileName}</h4>
        {refusal === null && (
          <>
            <Text size="sm" fw={600}>
              {buyerName}
            </Text>
            <span className={styles['quiet']}>
              {[
                buyerKind === null
                  ? t('counts.noKind')
                  : t(`vocabulary:choice.organisation.buyerKind.${buyerKind}`),
                t(file.known === null ? 'forms.newBuyer' : `forms.${known[file.known.by]}`),
                respondentName === '' ? null : t('forms.respondent', { name: respondentName }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <Button size="compact-xs" variant="subtle" onClick={() => forms.toggle(grant)}>
              {t(isLeft ? 'forms.takeFile' : 'forms.leaveFile')}
            </Button>
          </>
        )}
      </div>
      {refusal !== null && (
        <p className={styles['problem']}>
          {t(`refusal.${refusal}`, { survey: file.otherSurveyTitle ?? '' })}
        </p>
      )}
      <Problems problems={file.problems} />
      {isLeft && <p className={styles['quiet']}>{t('forms.isLeft')}</p>}
      {refusal === null && !isLeft && <Lines file={file} />}
      {gone.length > 0 && !isLeft && (
        <p className={styles['quiet']}>
          {t('forms.gone', {
            count: gone.length,
            titles: gone.map(({ title }) => title).join(', '),
          })}
        </p>
      )}
    </section>
  );
}

function Lines({ file: { fileName, lines } }: { readonly file: NeedsFormView }) {
  const { t } = useTranslation('needs');
  const label = t('forms.preview', { file: fileName });
  return (
    <div className={styles['scroll']}>
      <Table aria-label={label} verticalSpacing={4} mt="xs">
        <Table.Thead>
          <Table.Tr>
            {(['row', 'need', 'segment', 'budget', 'found'] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {t(`forms.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.row}>
              <Table.Td>{line.row}</Table.Td>
              <Table.Td>{line.title}</Table.Td>
              <Table.Td>{line.segment}</Table.Td>
              <Table.Td>{line.budget}</Table.Td>
              <Table.Td>
                <Finding line={line} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const colours = { new: 'petrol', update: 'yellow', duplicate: 'gray', error: 'red' } as const;

function Finding({ line: { fate, changes, problems } }: { readonly line: NeedLineView }) {
  const { t } = useTranslation('needs');
  return (
    <>
      <Badge variant="light" tt="none" color={colours[fate]}>
        {t(`forms.fate.${fate}`)}
      </Badge>
      {changes.map(({ field, before, after }) => (
        <p key={field} className={styles['quiet']}>
          {t(before === '' ? 'forms.changedFrom' : 'forms.changed', {
            field: t(`form.column.${field}`),
            before,
            after,
          })}
        </p>
      ))}
      <Problems problems={problems} />
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly NeedProblem[] }) {
  const { t } = useTranslation('needs');
  return problems.map(({ code, cell, shown }) => (
    <p key={`${code} ${cell}`} className={styles['problem']}>
      {t(`problem.${code}`, { cell, shown })}
    </p>
  ));
}
