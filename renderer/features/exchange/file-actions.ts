import type { ImportFile, ImportGuess, ImportRegisterName } from '#contract/import.channels.ts';
import { localError } from '#api/api-error.ts';
import { reportError } from '#stores/activity.store.ts';

import type { Workshop } from './import-call.ts';
import { asStoppableTask, doWork } from './import-call.ts';
import type { ImportSource, Reading, StepName } from './import-state.ts';
import { idle, noPlan, nothing } from './import-state.ts';
import type { PlanActions } from './plan-actions.ts';
import type { HeaderRows } from './spec.ts';

export interface FileActions {
  /** Opens another file or pasted table; an import under way gives way to it. */
  begin(source: ImportSource): Promise<void>;
  /** Opens the same source again: read another way, or after a refusal. */
  reopen(reading?: Partial<Reading>): Promise<void>;
  chooseRegister(register: ImportRegisterName): Promise<void>;
  chooseSheet(sheet: number): Promise<void>;
  chooseHeader(header: HeaderRows | null): Promise<void>;
  /** Guesses the columns, `isFresh`: without what is remembered. */
  guessColumns(isFresh: boolean): Promise<void>;
  /** Takes up a mapping that a file holds. */
  loadMapping(grant: string): Promise<void>;
  /** Stops reading the file. */
  stopOpening(): void;
  fold(step: StepName, isFolded: boolean): void;
  /** Leaves the import; nothing of it was written. */
  abandon(): void;
}

/** The sheet to begin with when none was suggested: the first that is shown and holds something. */
function firstSheet({ sheets }: ImportFile): number {
  const shown = sheets.find(({ isHidden, rowCount }) => !isHidden && rowCount > 0) ?? sheets[0];
  return shown?.index ?? 0;
}

export function fileActions(workshop: Workshop, plans: PlanActions): FileActions {
  const { call, get, set } = workshop;

  function closeFile(): void {
    const { file } = get();
    if (file === null) return;
    // A reader that is gone already needs no closing.
    call('imports:close', { importId: file.importId }).catch(() => undefined);
  }

  function stopAll(): void {
    workshop.opening.stop();
    workshop.planning.stop();
    workshop.running.stop();
  }

  function takeGuess(guess: ImportGuess): void {
    const { register, sheet, header } = guess.spec;
    set({ guess, spec: guess.spec, register, sheet, header });
    plans.planSoon(0);
  }

  async function guessColumns(isFresh: boolean): Promise<void> {
    const { file, register, sheet, header } = get();
    if (file === null || register === null) return;
    workshop.planning.stop();
    set({ ...noPlan, guessing: { ...get().guessing, error: null } });
    const signal = workshop.opening.begin();
    const input = { importId: file.importId, register, sheet, isFresh };
    const guess = await doWork(workshop, 'guessing', signal, (options) =>
      call('imports:guess', header === undefined ? input : { ...input, header }, options),
    );
    if (guess !== undefined) takeGuess(guess);
  }

  async function open(): Promise<void> {
    const { source, reading } = get();
    if (source === null) return;
    const given =
      source.kind === 'file'
        ? { kind: source.kind, grant: source.grant }
        : { kind: source.kind, text: source.text, html: source.html };
    const signal = workshop.opening.begin();
    const file = await doWork(workshop, 'opening', signal, (options) =>
      asStoppableTask('exchange:task.open', options, (own) =>
        call('imports:open', { source: given, ...reading }, own),
      ),
    );
    if (file === undefined) return;
    closeFile();
    const { register, sheet } = get();
    const isKnownSheet = get().file !== null && file.sheets.some(({ index }) => index === sheet);
    set({
      file,
      register: register ?? file.suggestion?.register ?? null,
      sheet: isKnownSheet ? sheet : (file.suggestion?.sheet ?? firstSheet(file)),
    });
    await guessColumns(false);
  }

  return {
    guessColumns,

    async begin(source) {
      stopAll();
      closeFile();
      set({ ...nothing, source });
      await open();
    },

    async reopen(reading) {
      stopAll();
      set({
        ...noPlan,
        reading: { ...get().reading, ...reading },
        header: undefined,
        guessing: idle,
      });
      await open();
    },

    async chooseRegister(register) {
      set({ register, guess: null, spec: null });
      await guessColumns(false);
    },

    async chooseSheet(sheet) {
      set({ sheet, header: undefined, guess: null, spec: null });
      await guessColumns(false);
    },

    async chooseHeader(header) {
      set({ header });
      await guessColumns(false);
    },

    async loadMapping(grant) {
      const { file } = get();
      if (file === null) return;
      try {
        takeGuess(await call('imports:loadMapping', { importId: file.importId, grant }));
      } catch (error) {
        reportError(error);
      }
    },

    stopOpening() {
      workshop.opening.stop();
      set({ opening: { ...idle, error: localError('request.cancelled') } });
    },

    fold(step, isFolded) {
      set({ folds: { ...get().folds, [step]: isFolded } });
    },

    abandon() {
      stopAll();
      closeFile();
      set(nothing);
    },
  };
}
