/** Every option of the command line; those with an argument name its kind for the help. */
export const options = {
  store: { type: 'string', argument: 'file' },
  example: { type: 'boolean' },
  at: { type: 'string', argument: 'date' },
  format: { type: 'string', argument: 'format' },
  out: { type: 'string', argument: 'file' },
  year: { type: 'string', argument: 'year' },
  group: { type: 'string', argument: 'group' },
  operation: { type: 'string', argument: 'operation' },
  list: { type: 'string', argument: 'list' },
  person: { type: 'string', argument: 'id' },
  meeting: { type: 'string', argument: 'meeting' },
  event: { type: 'string', argument: 'event' },
  participant: { type: 'string', argument: 'group' },
  place: { type: 'string', argument: 'group' },
  from: { type: 'string', argument: 'date' },
  to: { type: 'string', argument: 'date' },
  'sub-group': { type: 'string', argument: 'group' },
  call: { type: 'string', argument: 'call' },
  outcome: { type: 'string', argument: 'outcome' },
  provisional: { type: 'boolean' },
  'skip-incomplete': { type: 'boolean' },
  separator: { type: 'string', argument: 'separator' },
  bare: { type: 'boolean' },
  'with-id': { type: 'boolean' },
  mapping: { type: 'string', argument: 'file' },
  sheet: { type: 'string', argument: 'sheet' },
  'dry-run': { type: 'boolean' },
  'all-or-nothing': { type: 'boolean' },
  rejected: { type: 'string', argument: 'file' },
  encoding: { type: 'string', argument: 'encoding' },
  clean: { type: 'boolean' },
  in: { type: 'string', argument: 'folder' },
  for: { type: 'string', argument: 'file' },
  'without-files': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string', argument: 'language' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OptionName = keyof typeof options;

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['json', 'lang', 'help'];

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** The kind of value an option expects; null for options that take none. */
export function argumentOf(name: OptionName): string | null {
  const option = options[name];
  return 'argument' in option ? option.argument : null;
}
