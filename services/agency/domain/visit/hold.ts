import { arePublished, dayOf, isWorkingDay, workingDaysAfter, type CalendarYear, type Day } from '#shared/calendar';
import type { PlannedItem } from '../plan/plan-of.ts';
import type { VisitPlan } from '../plan/stage-plan.ts';
import { changed, refused, type VisitChange, type VisitRefusal } from './change.ts';
import type { JointVisit, Participant } from './visit.ts';

/** The departments that take part: each with its items that apply to the project. */
export function participantsOf({ items }: Pick<VisitPlan, 'items'>, planned: readonly PlannedItem[]): Participant[] {
  const on = planned.filter(({ key, state }) => items.includes(key) && state !== 'off');
  const departments = [...new Set(on.map(({ department }) => department))];
  return departments.map((department) => ({
    department,
    items: on.filter((one) => one.department === department).map(({ key }) => key),
  }));
}

type Applying = Pick<JointVisit, 'id' | 'projectId' | 'participants'> & { at: Date };

/** One application for all. */
export function applyForVisit(plan: VisitPlan, { at, ...given }: Applying): VisitChange {
  const { stage, item, lead, days, findingDays } = plan;
  const begun = { version: 1, findings: [], waits: [], appliedAt: at, timelineHash: '' };
  const after: JointVisit = { ...given, ...begun, state: 'applied', stage, item, lead, days, findingDays };
  return { before: undefined, after, act: 'apply', facts: [] };
}

interface Now {
  at: Date;
  calendar: readonly CalendarYear[];
}
type Announced = NonNullable<JointVisit['visit']>;

/** One visit of all: on a working day to come, of which everybody can be told before. */
export function announce(found: JointVisit, given: Announced, { at, calendar }: Now): VisitChange | VisitRefusal {
  const { day } = given;
  const isFit = day > dayOf(at) && arePublished(day, day, calendar) && isWorkingDay(day, calendar);
  return isFit ? changed(found, { act: 'announce', at }, { visit: given }) : refused('day-unfit');
}

export function agree(found: JointVisit, at: Date): VisitChange | VisitRefusal {
  return changed(found, { act: 'agree', at }, found.visit ? { visit: { ...found.visit, agreedAt: at } } : {});
}

/** Who came and who did not is kept. */
export function hold(found: JointVisit, came: readonly string[], at: Date): VisitChange | VisitRefusal {
  const today = dayOf(at);
  if (found.visit && today < found.visit.day) return refused('too-early');
  const strange = came.filter((one) => !found.participants.some(({ department }) => department === one));
  if (strange.length > 0) return refused('not-participant', strange);
  const participants = found.participants.map((one) => ({ ...one, came: came.includes(one.department) }));
  return changed(found, { act: 'hold', at }, { participants, heldOn: found.visit?.day ?? today });
}

/** The last day on which departments say what they have found; undefined where its year is not published. */
export function lastFindingDay(
  { heldOn, findingDays }: JointVisit,
  calendar: readonly CalendarYear[],
): Day | undefined {
  if (heldOn === undefined) return undefined;
  const { day, provisional } = workingDaysAfter(heldOn, findingDays, calendar);
  return provisional ? undefined : day;
}

/** The lead closes the findings once all have finished, or over the silence of those whose days are over. */
export function closeFindings(found: JointVisit, { at, calendar }: Now): VisitChange | VisitRefusal {
  const silent = found.participants.filter((one) => !one.finishedAt).map(({ department }) => department);
  const last = lastFindingDay(found, calendar);
  const isOver = last !== undefined && last < dayOf(at);
  if (found.state === 'visited' && silent.length > 0 && !isOver) return refused('findings-awaited', silent);
  const participants = found.participants.map((one) =>
    silent.includes(one.department) ? { ...one, silent: true } : one,
  );
  const state = found.findings.length > 0 ? 'to-rectify' : 'to-conclude';
  return changed(found, { act: 'close', at }, { participants, state });
}
