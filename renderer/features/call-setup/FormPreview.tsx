import { Button, Group, Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FormFileView } from '#contract/application-form.channels.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Setup.module.css';
import type { useForms } from './use-forms.ts';

interface FormPreviewProps {
  readonly forms: ReturnType<typeof useForms>;
  readonly files: readonly FormFileView[];
}

/** What each form would bring, before anything is written. */
export function FormPreview({ forms, files }: FormPreviewProps) {
  const { t } = useTranslation('callSetup');
  const count = files.filter(({ refusal, fate }) => refusal === null && fate !== 'leave').length;
  return (
    <>
      <div className={styles.table}>
        <Table aria-label={t('forms.preview')} verticalSpacing="xs" mt="md">
          <Table.Thead>
            <Table.Tr>
              {(['file', 'organisation', 'response', 'found', 'fate'] as const).map((name) => (
                <Table.Th key={name} scope="col">
                  {t(`forms.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file) => (
              <FileRow key={file.grant} file={file} files={files} decide={forms.decide} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group gap="xs" mt="sm">
        <Button disabled={count === 0} onClick={() => void forms.take()}>
          {count === 0 ? t('forms.nothing') : t('forms.take', { count })}
        </Button>
        <Button variant="default" onClick={forms.leave}>
          {t('forms.leave')}
        </Button>
      </Group>
    </>
  );
}

interface FileRowProps {
  readonly file: FormFileView;
  readonly files: readonly FormFileView[];
  readonly decide: ReturnType<typeof useForms>['decide'];
}

function FileRow({ file, files, decide }: FileRowProps) {
  const { t } = useTranslation('callSetup');
  const { fileName, refusal, known } = file;
  if (refusal !== null) {
    return (
      <Table.Tr>
        <Table.Td>{fileName}</Table.Td>
        <Table.Td colSpan={3}>
          <Text size="sm" c="var(--r-danger)">
            {t(`refusal.${refusal}`, { call: file.otherCallTitle ?? '' })}
          </Text>
        </Table.Td>
        <Table.Td>{t('forms.fates.leave')}</Table.Td>
      </Table.Tr>
    );
  }
  const fates =
    file.earlier.length > 0 || file.sameAsFile !== null
      ? (['take', 'duplicate', 'leave'] as const)
      : (['take', 'leave'] as const);
  return (
    <Table.Tr>
      <Table.Td>{fileName}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {file.organisationName}
        </Text>
        <span className={styles.quiet}>
          {known === null
            ? t('forms.newOrganisation')
            : t(known.by === 'siret' ? 'forms.knownBySiret' : 'forms.knownByName')}
        </span>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{file.title}</Text>
        <span className={styles.quiet}>
          {t('forms.answered', { answered: file.answered, questions: file.questions })}
          {file.offers > 0 && ` · ${t('forms.offers', { count: file.offers })}`}
        </span>
      </Table.Td>
      <Table.Td>
        <Findings file={file} files={files} />
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          w="13rem"
          aria-label={t('forms.fateOf', { file: fileName })}
          data={fates.map((fate) => ({ value: fate, label: t(`forms.fates.${fate}`) }))}
          value={file.fate}
          allowDeselect={false}
          onChange={(fate) => fate !== null && decide(file.grant, fate)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function Findings({ file, files }: Omit<FileRowProps, 'decide'>) {
  const { t } = useTranslation('callSetup');
  const { date } = useFormat();
  const { notes, earlier, sameAsFile, isComplete } = file;
  return (
    <>
      <Text size="sm" fw={600} {...(isComplete ? {} : { c: 'var(--r-warning)' })}>
        {t(isComplete ? 'forms.complete' : 'editor.incomplete')}
      </Text>
      <ul className={styles.findings}>
        {earlier.length > 0 && (
          <li>
            {t('forms.earlier', {
              numbers: earlier
                .map(({ number, title }) => t('editor.option', { number, title }))
                .join(', '),
            })}
          </li>
        )}
        {sameAsFile !== null && (
          <li>{t('forms.sameAsFile', { file: files[sameAsFile]?.fileName ?? '' })}</li>
        )}
        {notes.map(({ code, about, shown }) => (
          <li key={`${code} ${about} ${shown}`}>
            {t(`note.${code}`, { about, shown, date: code === 'late' ? date(about) : '' })}
          </li>
        ))}
      </ul>
    </>
  );
}
