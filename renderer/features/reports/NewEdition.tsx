import { Button, Select, Text, TextInput, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { EditionOffer } from '#contract/edition.views.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { doWrite } from './do-write.ts';
import { editionPath } from './paths.ts';
import classes from './Reports.module.css';
import type { ReportEntry } from './ReportsScreen.tsx';

/** Chooses what the new edition is of: its group and year, then its kind. */
export function NewEdition({ reports }: { readonly reports: readonly ReportEntry[] }) {
  const { t } = useTranslation('reports');
  const groups = [...new Map(reports.map((entry) => [entry.groupId, entry.groupName]))];
  const [groupId, setGroupId] = useState(groups[0]?.[0] ?? '');
  const years = [
    ...new Set(reports.flatMap((entry) => (entry.groupId === groupId ? [entry.year] : []))),
  ];
  const [asked, setYear] = useState<number | null>(null);
  const year = years.includes(asked ?? 0) ? asked : (years[0] ?? null);
  const { data, error } = useQuery('editions:offers', year === null ? null : { groupId, year });
  return (
    <section className={classes['new']} aria-label={t('new.title')}>
      <div className={classes['newBar']}>
        {groups.length > 1 && (
          <Select
            label={t('new.group')}
            data={groups.map(([value, label]) => ({ value, label }))}
            value={groupId}
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null) setGroupId(value);
            }}
          />
        )}
        <Select
          label={t('new.year')}
          w="7rem"
          data={years.map(String)}
          value={year === null ? null : String(year)}
          allowDeselect={false}
          onChange={(value) => setYear(Number(value))}
        />
      </div>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined && error === null && <LateLoader label={t('preparing')} />}
      <ul className={classes['offers']}>
        {year !== null &&
          data?.map((offer) => (
            <Offer
              key={`${groupId} ${year} ${offer.kind}`}
              offer={offer}
              groupId={groupId}
              year={year}
            />
          ))}
      </ul>
    </section>
  );
}

interface OfferProps {
  readonly offer: EditionOffer;
  readonly groupId: string;
  readonly year: number;
}

/** One kind of report: made at once as it is proposed, or with another title, day or subject. */
function Offer({ offer, groupId, year }: OfferProps) {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const { kind, subjectTable, subjects } = offer;
  const [subjectId, setSubjectId] = useState(subjects[0]?.id ?? null);
  const [title, setTitle] = useState<string | null>(null);
  const [asOfOn, setAsOfOn] = useState<string | null>(offer.asOfOn);
  const [isMaking, setMaking] = useState(false);
  const headingId = useId();
  const subject =
    subjectTable === null || subjectId === null ? null : { table: subjectTable, id: subjectId };
  const isBlocked = subjectTable !== null && subject === null;

  async function make(): Promise<void> {
    setMaking(true);
    const made = await doWrite('editions:create', {
      kind,
      groupId,
      year,
      asOfOn: asOfOn === offer.asOfOn ? null : asOfOn,
      subject,
      title: title?.trim() || offer.title,
    });
    setMaking(false);
    if (made !== null) navigate(editionPath(made.id));
  }

  return (
    <li className={classes['offer']} aria-labelledby={headingId}>
      <Title order={2} size="h4" id={headingId}>
        {t(`kind.${kind}`)}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`about.${kind}`)}
      </Text>
      {isBlocked ? (
        <Text size="sm">{t(`new.none.${subjectTable}`)}</Text>
      ) : (
        <form
          className={classes['offerForm']}
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          {subjectTable !== null && (
            <Select
              size="sm"
              label={t(`new.subject.${subjectTable}`)}
              data={subjects.map(({ id, label }) => ({ value: id, label }))}
              value={subjectId}
              allowDeselect={false}
              searchable
              onChange={setSubjectId}
            />
          )}
          <TextInput
            size="sm"
            label={t('new.name')}
            value={title ?? offer.title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DayInput size="sm" label={t('new.asOf')} value={asOfOn} onChange={setAsOfOn} />
          <Button
            type="submit"
            loading={isMaking}
            aria-label={t('new.makeKind', { kind: t(`kind.${kind}`) })}
          >
            {t('new.make')}
          </Button>
        </form>
      )}
    </li>
  );
}
