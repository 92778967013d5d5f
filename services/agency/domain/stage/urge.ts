import { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import { fact } from '#events/event';
import type { Day } from '#shared/calendar';
import type { RoundChange } from './change.ts';
import { isOpen } from './graph.ts';
import type { Round } from './round.ts';
import type { Stands } from './standing.ts';

/** Whether a department is waited for: its decision, or its answer whether its part is complete; not while others are. */
export function isUrgeable({ state }: Pick<Round, 'state'>, { standing, answer }: Stands): boolean {
  if (standing !== 'open' || !isOpen(state)) return false;
  return state === 'accepted' || (state === 'handed-in' && answer === undefined);
}

export const urgesOf = ({ urges }: Pick<Round, 'urges'>, itemKey: string): Round['urges'] =>
  urges.filter((one) => one.itemKey === itemKey);

/** 催办: the department is reminded; from the second time on its head too. */
export function urge(
  before: Round,
  { itemKey, department, caseId }: Stands & { caseId: string },
  on: Day,
): RoundChange {
  const n = urgesOf(before, itemKey).length + 1;
  const { projectId, stage, round } = before;
  const urged = fact(TaskUrgedV1, {
    projectId,
    stage,
    round,
    itemKey,
    caseId,
    department,
    n,
    ...(n > 1 && { copies: 'head' as const }),
  });
  const after = { ...before, version: before.version + 1, urges: [...before.urges, { itemKey, on, n }] };
  return { before, round: after, act: 'urge', facts: [urged] };
}
