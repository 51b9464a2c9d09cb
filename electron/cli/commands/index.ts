import type { Command } from '../command.ts';

/** Every command by the word that calls it, in the order of the help; only the one called is loaded. */
const loaders = {
  create: async () => (await import('./create.ts')).create,
  list: async () => (await import('./list.ts')).list,
  search: async () => (await import('./search.ts')).search,
  export: async () => (await import('./export.ts')).exportFile,
  import: async () => (await import('./import.ts')).importFile,
  template: async () => (await import('./template.ts')).template,
  addresses: async () => (await import('./addresses.ts')).addresses,
  undo: async () => (await import('./undo.ts')).undo,
  history: async () => (await import('./history.ts')).history,
  check: async () => (await import('./check.ts')).check,
  mend: async () => (await import('./mend.ts')).mend,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  pack: async () => (await import('./pack.ts')).pack,
  merge: async () => (await import('./merge.ts')).mergeFile,
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
  const commands = await Promise.all(
    Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const),
  );
  return Object.fromEntries(commands) as Record<CommandName, Command>; // one for each loader
}
