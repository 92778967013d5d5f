import type { Application } from './application.ts';
import type { Capacity } from './graph.ts';

/** Who stands on the applicant's side of a case: he himself, his officer, and desks that do no casework. */
const side: ReadonlySet<Capacity> = new Set(['applicant', 'officer', 'community', 'kiosk', 'hotline']);

/** What the office says to itself before it decides: none of it binds, and all of it may still change. */
const innerActs: ReadonlySet<string> = new Set([
  'transfer',
  'recuse',
  'give-opinion',
  'propose-refusal',
  'overturn-refusal',
  'propose-void',
]);

function isInner({ state }: Pick<Application, 'state'>, capacities: readonly Capacity[]): boolean {
  return state !== 'decided' && capacities.every((one) => side.has(one));
}

/** A case as it is shown: of an open review the applicant's side sees where it stands, not what was thought. */
export function shownTo(found: Application, capacities: readonly Capacity[]) {
  const { refusal, voiding, tasks, recusedParties, representedBy, handledBy, ...rest } = found;
  const inner = isInner(found, capacities);
  return {
    ...rest,
    ...(refusal && !inner && { refusal }),
    ...(voiding && !inner && { voiding }),
    tasks: tasks.map(({ opinion, ...task }) => (inner || !opinion ? task : { ...task, opinion: told(opinion) })),
  };
}

/** An opinion with the account of who gave it, not the id of the person behind that. */
const told = ({ byParty, ...opinion }: NonNullable<Application['tasks'][number]['opinion']>) => opinion;

/** A timeline for the same eyes: what was done and when, without the reasons of what the office says to itself. */
export function timelineFor<Entry extends { act: string; reason?: string | undefined }>(
  found: Pick<Application, 'state'>,
  entries: readonly Entry[],
  capacities: readonly Capacity[],
): Entry[] {
  if (!isInner(found, capacities)) return [...entries];
  return entries.map((entry) => (innerActs.has(entry.act) ? { ...entry, reason: undefined } : entry));
}
