import type { Command } from '../command.ts';

/** Every command by the word that calls it, in the order of the help; only the one called is loaded. */
const loaders = {
  create: async () => (await import('./create.ts')).create,
  list: async () => (await import('./list.ts')).list,
  search: async () => (await import('./search.ts')).search,
  export: async () => (await import('./export.ts')).exportFile,
  undo: async () => (await import('./undo.ts')).undo,
  history: async () => (await import('./history.ts')).history,
  check: async () => (await import('./check.ts')).check,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

export type CommandName = keyof typeof loaders;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(loaders, name);
}

export function loadCommand(name: CommandName): Promise<Command> {
  return loaders[name]();
}

/** Every command, for the help. */
export async function allCommands(): Promise<Readonly<Record<CommandName, Command>>> {
  const [create, list, search, exportFile, undo, history, check, backup, restore] =
    await Promise.all([
      loaders.create(),
      loaders.list(),
      loaders.search(),
      loaders.export(),
      loaders.undo(),
      loaders.history(),
      loaders.check(),
      loaders.backup(),
      loaders.restore(),
    ]);
  return { create, list, search, export: exportFile, undo, history, check, backup, restore };
}
