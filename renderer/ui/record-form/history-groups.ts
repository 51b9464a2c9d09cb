/** One change as the journal tells it. */
export interface HistoryLine {
  readonly operationId: string;
  readonly at: string;
  readonly author: string;
  readonly kind: 'edit' | 'import' | 'undo' | 'redo' | 'founding';
  readonly reason: {
    readonly key: string;
    readonly params?: Readonly<Record<string, string | number>> | undefined;
  };
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** True for what happened to a record that was since merged into this one. */
  readonly isOfMerged: boolean;
}

export interface HistoryGroup {
  readonly operationId: string;
  readonly at: string;
  readonly author: string;
  readonly kind: HistoryLine['kind'];
  readonly reason: HistoryLine['reason'];
  readonly lines: readonly HistoryLine[];
}

/** The changes of a record by the operation that made them; the order given is kept. */
export function groupHistory(lines: readonly HistoryLine[]): HistoryGroup[] {
  const groups = new Map<string, HistoryGroup & { lines: HistoryLine[] }>();
  for (const line of lines) {
    const known = groups.get(line.operationId);
    if (known !== undefined) known.lines.push(line);
    else {
      const { operationId, at, author, kind, reason } = line;
      groups.set(operationId, { operationId, at, author, kind, reason, lines: [line] });
    }
  }
  return [...groups.values()];
}

/** Whether a value says nothing: null, empty text, empty list or object. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
