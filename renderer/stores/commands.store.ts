import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something the person can ask for by name (Ctrl+K), by a key, or both. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Heading under which the palette lists it. */
  readonly group?: string;
  /** Keys as shown, such as `Ctrl+N`. */
  readonly keys?: string;
  /** Further words that find it. */
  readonly keywords?: string;
  run(): void;
}

interface CommandsState {
  readonly commands: ReadonlyMap<string, Command>;
}

/** Commands of what is on screen now. `new` answers to Ctrl+N, `filter` to Ctrl+F. */
export const useCommands = create<CommandsState>()(() => ({ commands: new Map() }));

function register(command: Command): () => void {
  useCommands.setState((state) => ({
    commands: new Map(state.commands).set(command.id, command),
  }));
  return () => {
    useCommands.setState((state) => {
      if (state.commands.get(command.id) !== command) return state;
      const commands = new Map(state.commands);
      commands.delete(command.id);
      return { commands };
    });
  };
}

/** Offers a command while the caller is on screen. Pass null to offer nothing. */
export function useCommand(command: Command | null): void {
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const key =
    command === null ? null : [command.id, command.label, command.group, command.keys].join('|');
  useEffect(() => {
    if (key === null || latest.current === null) return undefined;
    return register({ ...latest.current, run: () => latest.current?.run() });
  }, [key]);
}

/** Offers several commands, such as one for each thing in a list, while the caller is on screen. */
export function useCommandList(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const key = commands.map(({ id, label }) => `${id}|${label}`).join('\n');
  useEffect(() => {
    if (key === '') return undefined;
    const run = (id: string): void => latest.current.find((known) => known.id === id)?.run();
    const stops = latest.current.map((command) =>
      register({ ...command, run: () => run(command.id) }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [key]);
}

/** Runs a command by its id; false when nothing on screen offers it. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().commands.get(id);
  command?.run();
  return command !== undefined;
}
