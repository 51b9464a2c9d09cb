import fc from 'fast-check';

import type { StoreChannel } from '#contract/channels.ts';
import { editionFormats } from '#contract/edition.views.ts';
import { reportKinds } from '#domain/report.ts';
import { richTextOfLines } from '#domain/rich-text.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { freezeEdition } from '#services/editions/editions.ts';
import { keepable } from '#services/editions/snapshots.ts';
import { gatherReportData } from '#services/reports/report-data.ts';
import type { StoreSession } from '#services/session.ts';

const by = { author: 'Essai' };

/** Begins a draft with the data of the synthesis of a year. */
function drafted(session: StoreSession, groupId: string, year: number) {
  const data = gatherReportData(session.reader, { report: 'synthesis', groupId, year });
  const { text, sha256 } = keepable('synthesis', data);
  const reason = { key: 'createEdition', params: { title: 'Synthèse' } };
  return runOperation(session.writer(), { ...by, reason }, (operation) => {
    const id = operation.insert('reportEdition', {
      workingGroupId: groupId,
      kind: 'synthesis',
      title: 'Synthèse',
      year,
      asOfOn: data.asOfOn,
    });
    const frozenAt = '2017-07-01T08:00:00.000Z';
    operation.insert('snapshot', { editionId: id, frozenAt, sha256, data: text });
    return id;
  }).value;
}

/** Requests about editions of reports that the open store would grant. */
export function editionRequests(
  session: StoreSession,
): Partial<Record<StoreChannel, fc.Arbitrary<unknown>>> {
  const { reader } = session;
  const [group] = listRecords(reader, 'workingGroup');
  if (group === undefined) return {};
  const drafts = [drafted(session, group.id, 2017), drafted(session, group.id, 2018)];
  const frozen = drafted(session, group.id, 2017);
  freezeEdition(session, by, frozen);
  const draft = fc.constantFrom(...drafts);
  const edition = fc.constantFrom(...drafts, frozen);
  const year = fc.constantFrom(2016, 2017, 2018);
  const asOfOn = fc.constantFrom(null, '2017-06-30', '2017-12-31');
  const sectionKey = fc.constantFrom('aims', 'aims.scope', 'structure.organisation', 'nowhere');
  const title = fc.constantFrom('Synthèse', 'Rapport');
  const one = fc.record({ id: edition });
  return {
    'editions:list': fc.record({ groupId: fc.constantFrom(null, group.id) }),
    'editions:offers': fc.record({ groupId: fc.constant(group.id), year }),
    'editions:get': one,
    'editions:create': fc.record({
      kind: fc.constantFrom(...reportKinds),
      groupId: fc.constant(group.id),
      year,
      asOfOn,
      subject: fc.constantFrom(
        null,
        ...listRecords(reader, 'meeting')
          .slice(0, 1)
          .map(({ id }) => ({ table: 'meeting', id })),
        ...listRecords(reader, 'callForInterest')
          .slice(0, 1)
          .map(({ id }) => ({ table: 'callForInterest', id })),
      ),
      title,
    }),
    'editions:rename': fc.record({ id: draft, title }),
    'editions:setText': fc.record({
      id: draft,
      sectionKey,
      place: fc.constantFrom('before', 'after'),
      richText: fc.constantFrom(
        null,
        JSON.stringify(richTextOfLines(['Un mot de l’auteur.'])),
        'Sans mise en forme',
      ),
    }),
    'editions:arrange': fc.record({
      id: draft,
      sections: fc.array(
        fc.record({ key: sectionKey, isHidden: fc.boolean(), isRepeated: fc.boolean() }),
        { maxLength: 4 },
      ),
    }),
    'editions:previewRefresh': fc.record({ id: edition, asOfOn }),
    'editions:refresh': fc.record({ id: draft, asOfOn }),
    'editions:freeze': fc.record({ id: draft }),
    'editions:publish': one,
    'editions:reopen': fc.record({ id: fc.constant(frozen) }),
    'editions:compare': fc.record({ fromId: edition, toId: edition }),
    'editions:html': fc.record({
      id: edition,
      withTraces: fc.boolean(),
      withSources: fc.boolean(),
    }),
    'editions:pdf': fc.record({ id: edition, withSources: fc.boolean() }),
    'editions:facts': one,
    'editions:export': fc.record({
      id: edition,
      format: fc.constantFrom(...editionFormats),
      withSources: fc.boolean(),
      grant: fc.constant('granted'),
    }),
    'editions:records': fc.record({
      refs: fc.array(
        fc.oneof(
          fc.constantFrom(
            ...listRecords(reader, 'measurement').map(({ id }) => ({ table: 'measurement', id })),
          ),
          fc.record({ table: fc.constantFrom('nowhere', 'person'), id: fc.constant('x') }),
        ),
        { maxLength: 4 },
      ),
    }),
  };
}
