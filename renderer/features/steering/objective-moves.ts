import type { ObjectiveView } from '#contract/steering.views.ts';

/** Objectives beside one another, with what stands below each. */
export interface Branch {
  readonly objective: ObjectiveView;
  readonly parts: readonly Branch[];
}

/** The list as a tree. */
export function branchesOf(objectives: readonly ObjectiveView[]): Branch[] {
  const below = (parentId: string | null): Branch[] =>
    objectives
      .filter((one) => one.parentId === parentId)
      .map((objective) => ({ objective, parts: below(objective.id) }));
  return below(null);
}

/** The branches of the group and of each of its sub-groups, in the order of the list. */
export function bodiesOf(
  branches: readonly Branch[],
): { readonly subGroup: ObjectiveView['subGroup']; readonly branches: readonly Branch[] }[] {
  const bodies: { subGroup: ObjectiveView['subGroup']; branches: Branch[] }[] = [];
  for (const branch of branches) {
    const { subGroup } = branch.objective;
    const known = bodies.find((body) => body.subGroup?.id === subGroup?.id);
    if (known === undefined) bodies.push({ subGroup, branches: [branch] });
    else known.branches.push(branch);
  }
  return bodies;
}

/** Sisters of an objective in order: parts of the same one, or the top of the same body's list. */
export function sistersOf(
  objectives: readonly ObjectiveView[],
  { parentId, subGroup }: ObjectiveView,
): ObjectiveView[] {
  return objectives.filter(
    (one) =>
      one.parentId === parentId &&
      one.state !== 'restated' &&
      (parentId !== null || one.subGroup?.id === subGroup?.id),
  );
}

/**
 * Where an objective goes when it is moved one level in (below the sister before it) or out (beside
 * what it is a part of); undefined where it cannot.
 */
export function newParent(
  objectives: readonly ObjectiveView[],
  objective: ObjectiveView,
  step: 'in' | 'out',
): string | null | undefined {
  if (step === 'out') {
    const parent = objectives.find(({ id }) => id === objective.parentId);
    return parent === undefined ? undefined : parent.parentId;
  }
  const sisters = sistersOf(objectives, objective);
  return sisters[sisters.findIndex(({ id }) => id === objective.id) - 1]?.id;
}
