import type { ChannelInput, ChannelOutput } from '#contract/channels.ts';
import type { ImportPlan, ImportRow } from '#contract/import.channels.ts';
import { fates, importChannels } from '#contract/import.channels.ts';
import { ApiError, localError } from '#api/api-error.ts';
import type { CallOptions } from '#api/store-door.ts';

import { available, columns, file, inventedRows } from './invented-sheet.ts';

type Channel = keyof typeof importChannels;
type Answers = {
  readonly [K in Channel]?: (
    input: ChannelInput<K>,
    options: CallOptions,
  ) => ChannelOutput<K> | Promise<ChannelOutput<K>>;
};

export interface FakeEngine {
  readonly call: <K extends Channel>(
    channel: K,
    input: ChannelInput<K>,
    options?: CallOptions,
  ) => Promise<ChannelOutput<K>>;
  /** What was asked, in order. */
  readonly asked: { readonly channel: Channel; readonly input: Record<string, unknown> }[];
  /** Answers some channels otherwise from now on. */
  answer(answers: Answers): void;
}

function isWritten({ fate, decision }: ImportRow): boolean {
  if (fate === 'duplicate') return decision !== null && decision.kind !== 'skip';
  return fate === 'new' || fate === 'update';
}

function planOf(rows: readonly ImportRow[]): ImportPlan {
  const count = (wanted: string): number => rows.filter(({ fate }) => fate === wanted).length;
  const counts = Object.fromEntries(fates.map((name) => [name, count(name)]));
  return {
    rows: rows.length,
    counts: counts as ImportPlan['counts'], // one count for each fate
    undecided: rows.filter(({ fate, decision }) => fate === 'duplicate' && decision === null)
      .length,
    ready: rows.filter(isWritten).length,
    creates: [{ table: 'organisation', count: 1 }],
    warnings: [],
    obstacles: [],
  };
}

/** Stands in for the import engine where only the window is tried: same contract, an invented sheet. */
export function fakeEngine(): FakeEngine {
  let rows = inventedRows();
  let opened = 0;
  const asked: FakeEngine['asked'] = [];
  let answers: Answers = {
    'imports:open': ({ source }) => {
      opened += 1;
      const fileName = source.kind === 'file' ? source.grant : '';
      return { ...file, importId: `import-${opened}`, fileName };
    },
    'imports:guess': ({ register, sheet, header }) => ({
      columns,
      available: [...available],
      isRemembered: false,
      spec: {
        register,
        sheet,
        header: header === undefined ? { firstRow: 3, lastRow: 3 } : header,
        mapping: columns.flatMap(({ column, key }) => (key === null ? [] : [{ column, key }])),
        fixed: {},
        createsMissing: true,
        clearsEmpty: false,
      },
    }),
    'imports:plan': () => planOf(rows),
    'imports:rows': ({ fate = null, offset = 0, limit = 100 }) => {
      const found = rows.filter((row) => fate === null || row.fate === fate);
      return { rows: found.slice(offset, offset + limit), total: found.length };
    },
    'imports:decide': ({ rows: which, decision }) => {
      rows = rows.map((row) => {
        const isMeant =
          which === 'undecided'
            ? row.fate === 'duplicate' && row.decision === null
            : which.includes(row.row);
        if (!isMeant) return row;
        if (decision?.kind !== 'best') return { ...row, decision };
        const id = row.candidates[0]?.id;
        return id === undefined ? row : { ...row, decision: { kind: 'update' as const, id } };
      });
      return planOf(rows);
    },
    'imports:run': () => ({
      operationId: null,
      created: 142,
      updated: 23,
      unchanged: 23,
      left: 49,
    }),
    'imports:close': () => ({}),
    'imports:history': () => [],
  };

  return {
    asked,
    answer(others) {
      answers = { ...answers, ...others };
    },
    async call(channel, input, options = {}) {
      asked.push({ channel, input: { ...input } });
      const answer = answers[channel];
      if (answer === undefined) throw localError('request.unknownChannel');
      const { input: request, output } = importChannels[channel];
      await Promise.resolve();
      if (options.signal?.aborted === true) throw localError('request.cancelled');
      // Input and answer of this very channel, both checked with its schemas.
      const given = request.parse(input) as ChannelInput<typeof channel>;
      return output.parse(await answer(given, options)) as ChannelOutput<typeof channel>;
    },
  };
}

export const refusal = (code: ApiError['code'], details: ApiError['details'] = {}): ApiError =>
  new ApiError({ code, message: 'Refus.', details });
