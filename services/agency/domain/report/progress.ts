import type * as z from 'zod';
import type { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { dayOf, daysAfter, nextDay, startOf, type Day } from '#shared/calendar';
import type { CaseDue } from '../officer/case-due.ts';
import type { ItemCase } from '../plan/item-case.ts';
import type { Plan } from '../plan/plan-of.ts';
import type { Project } from '../project/project.ts';
import { isOpen } from '../stage/graph.ts';
import type { Round } from '../stage/round.ts';

export type Progress = z.infer<(typeof ProgressReportedV1)['data']>;
type Item = Progress['items'][number];

interface Known {
  /** Absent where there is no plan for its kind. */
  plan: Plan | undefined;
  cases: ReadonlyMap<string, ItemCase>;
  /** What intake has said last of each case. */
  said: ReadonlyMap<string, CaseDue['said']>;
  /** Of its stages the rounds. */
  rounds: readonly Pick<Round, 'stage' | 'state' | 'dueAt'>[];
  today: Day;
}

/** How far a project is, as its city is told. */
export function progressOf(found: Project, { plan, cases, said, rounds, today }: Known): Progress {
  const { id: projectId, code, kind, state, place } = found;
  const items = [...cases].map(([itemKey, one]) => itemOf(itemKey, one, said.get(one.caseId)));
  const on = plan?.items.filter((item) => item.state !== 'off') ?? [];
  const stages = rounds.flatMap(({ stage, state: is, dueAt }) =>
    dueAt && isOpen(is) ? [{ stage, due: dayOf(dueAt) }] : [],
  );
  const open = on.filter((item) => item.state !== 'done').map(({ stage }) => stage);
  return {
    projectId,
    ...(code !== undefined && { code }),
    kind,
    region: place.region,
    state,
    day: today,
    ...(open.length > 0 && { stage: Math.min(...open) }),
    ...(plan?.expectedEnd !== undefined && { expectedEnd: plan.expectedEnd }),
    items: items.toSorted((a, b) => (a.itemKey < b.itemKey ? -1 : 1)),
    ...(stages.length > 0 && { stages }),
    on: on.length,
    off: plan?.items.filter((item) => item.state === 'off').map(({ key }) => key) ?? [],
    overdue: items.filter((item) => isOverdue(item, today)).length,
  };
}

export const isOverdue = ({ due }: Pick<Item, 'due'>, today: Day): boolean => due !== undefined && due < today;

function itemOf(itemKey: string, one: ItemCase, said: CaseDue['said']): Item {
  const { accepted, submitted, due, ended } = one;
  const state = one.state === 'open' || one.state === 'paused' ? (said ?? openAs(one)) : one.state;
  return { itemKey, state, since: accepted ?? submitted, ...(due && { due }), ...(ended && { ended }) };
}

/** Stages past their limits on the day of the report. */
export const lateStages = ({ stages = [], day }: Pick<Progress, 'stages' | 'day'>) =>
  stages.filter((one) => isOverdue(one, day));

/** Where its last word has not come yet. */
const openAs = ({ accepted, state }: ItemCase): Item['state'] => {
  if (state === 'paused') return 'suspended';
  return accepted ? 'accepted' : 'submitted';
};

/** What was told last, and when: the same is not told again. */
export interface Told {
  sequence: number;
  digest: string;
  day: Day;
}

/** What must be another one to be told again: by another day alone nothing has changed, and what is expected moves with the day. */
export const changing = ({ day, expectedEnd, ...progress }: Progress): object => progress;

/** Whether the city must hear of it: it has changed, or is overdue and was not told today. */
export const isNews = (progress: Progress, digest: string, told: Told | undefined): boolean =>
  told?.digest !== digest || (isAnythingLate(progress) && told.day < progress.day);

const isAnythingLate = (progress: Progress): boolean => progress.overdue > 0 || lateStages(progress).length > 0;

/** When it is looked at again without anything having happened: the day on which something is overdue for the first time, or still. */
export function nextLook(progress: Progress): Date | undefined {
  const { items, stages = [], day } = progress;
  if (isAnythingLate(progress)) return startOf(nextDay(day));
  const [first] = [...items, ...stages].flatMap(({ due }) => due ?? []).toSorted();
  return first === undefined ? undefined : startOf(daysAfter(first, 1));
}
