import { Button, Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelInput } from '#contract/channels.ts';
import type { CallSheet } from '#contract/selection.channels.ts';
import { applicationMaturities } from '#contract/selection.channels.ts';
import { readAnswer } from '#domain/application-answer.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { AnswerField } from './AnswerField.tsx';

interface NewApplicationProps {
  readonly call: CallSheet;
  readonly onMade: (id: string) => void;
}

interface DraftOffer {
  readonly key: number;
  readonly title: string;
  readonly description: string;
  readonly segmentId: string | null;
  readonly isMarketed: boolean;
}

type Maturity = NonNullable<ChannelInput<'applicationForm:create'>['maturity']>;

const blankOffer = (key: number): DraftOffer => ({
  key,
  title: '',
  description: '',
  segmentId: null,
  isMarketed: true,
});

/** A response as it comes in: who, with what, and their answers. What is missing makes it incomplete. */
export function NewApplication({ call, onMade }: NewApplicationProps) {
  const { t } = useTranslation('callSetup');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [receivedOn, setReceivedOn] = useState<string>(localToday);
  const [maturity, setMaturity] = useState<Maturity | null>(null);
  const [offers, setOffers] = useState<readonly DraftOffer[]>(() => [blankOffer(1)]);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const answerTo = (id: string): string => answers[id] ?? '';
  const isWrong = call.questions.some((one) => 'problem' in readAnswer(one, answerTo(one.id)));
  const isMissing = call.questions.some(
    ({ id, isRequired }) => isRequired && answerTo(id).trim() === '',
  );
  const patchOffer = (key: number, patch: Partial<DraftOffer>): void =>
    setOffers((known) => known.map((one) => (one.key === key ? { ...one, ...patch } : one)));

  async function make(): Promise<void> {
    if (isUnderWay.current || organisationId === null || isWrong) return;
    isUnderWay.current = true;
    try {
      const { id } = await operations.perform('applicationForm:create', {
        callId: call.id,
        organisationId,
        title,
        receivedOn,
        maturity,
        contacts: personId === null ? [] : [{ personId }],
        offers: offers
          .filter((offer) => offer.title.trim() !== '')
          .map(({ key: _key, ...offer }) => offer),
        answers: call.questions.map((one) => ({ questionId: one.id, value: answerTo(one.id) })),
      });
      onMade(id);
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Stack gap="xs">
        <ReferencePicker
          table="organisation"
          label={t('entry.organisation')}
          port={recordPort}
          isOptional={false}
          isInitiallyFocused
          value={organisationId}
          onChange={setOrganisation}
        />
        <ReferencePicker
          table="person"
          label={t('entry.person')}
          port={recordPort}
          isOptional
          value={personId}
          onChange={setPerson}
        />
        <TextInput
          size="sm"
          label={t('entry.title')}
          placeholder={t('entry.titleHint')}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <DayInput
          size="sm"
          label={t('entry.receivedOn')}
          isRequired
          value={receivedOn}
          onChange={(day) => day !== null && setReceivedOn(day)}
        />
        <Select
          size="sm"
          label={t('entry.maturity')}
          data={applicationMaturities.map((one) => ({
            value: one,
            label: t(`vocabulary:choice.application.maturity.${one}`),
          }))}
          value={maturity}
          clearable
          clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
          onChange={setMaturity}
        />
      </Stack>
      <Section title={t('editor.offers')}>
        <Stack gap="xs">
          {offers.map((offer) => (
            <OfferFields
              key={offer.key}
              offer={offer}
              onChange={(patch) => patchOffer(offer.key, patch)}
            />
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            w="fit-content"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setOffers((known) => [...known, blankOffer(known.length + 1)])}
          >
            {t('entry.anotherOffer')}
          </Button>
        </Stack>
      </Section>
      {call.questions.length > 0 && (
        <Section title={t('editor.answers')}>
          <Stack gap="xs">
            {call.questions.map((question) => (
              <AnswerField
                key={question.id}
                question={question}
                value={answerTo(question.id)}
                onChange={(text) => setAnswers((known) => ({ ...known, [question.id]: text }))}
              />
            ))}
          </Stack>
        </Section>
      )}
      <Stack gap="xs" mt="md">
        <Text size="xs" c="dimmed">
          {t(isMissing ? 'entry.missing' : 'entry.numbered')}
        </Text>
        {error !== null && <RefusalNote error={error} />}
        <Button type="submit" disabled={organisationId === null || isWrong}>
          {t('entry.make')}
        </Button>
      </Stack>
    </form>
  );
}

interface OfferFieldsProps {
  readonly offer: DraftOffer;
  readonly onChange: (patch: Partial<DraftOffer>) => void;
}

function OfferFields({ offer, onChange }: OfferFieldsProps) {
  const { t } = useTranslation('callSetup');
  return (
    <Stack gap={6}>
      <TextInput
        size="sm"
        label={t('entry.offerTitle')}
        value={offer.title}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      {offer.title.trim() !== '' && (
        <>
          <Textarea
            size="sm"
            label={t('entry.offerDescription')}
            autosize
            minRows={1}
            value={offer.description}
            onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
          />
          <ReferencePicker
            table="purchaseSegment"
            label={t('entry.segment')}
            port={recordPort}
            isOptional
            value={offer.segmentId}
            onChange={(segmentId) => onChange({ segmentId })}
          />
          <Checkbox
            label={t('entry.marketed')}
            checked={offer.isMarketed}
            onChange={({ currentTarget }) => onChange({ isMarketed: currentTarget.checked })}
          />
        </>
      )}
    </Stack>
  );
}
