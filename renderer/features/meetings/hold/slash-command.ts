import { fold } from '#ui/fold.ts';

export const slashCommands = ['decision', 'action', 'report'] as const;
export type SlashCommand = (typeof slashCommands)[number];

/**
 * The commands that what is typed after « / » may mean: « déc », « décision Adopter le plan ». `names`
 * are the words of the screen's language; those of the other language do as well.
 */
export function matchingCommands(
  query: string,
  names: Readonly<Record<SlashCommand, readonly string[]>>,
): readonly SlashCommand[] {
  if (/^\s/.test(query)) return [];
  const [word = '', ...rest] = query.split(/\s+/);
  const typed = fold(word);
  return slashCommands.filter((command) =>
    names[command].some((name) => {
      const known = fold(name);
      return rest.length > 0 ? known === typed : known.startsWith(typed);
    }),
  );
}

/** What follows the command's own word: the beginning of the decision's or action's wording. */
export function wordingAfter(query: string): string {
  return query.replace(/^\S*\s*/, '').trim();
}
