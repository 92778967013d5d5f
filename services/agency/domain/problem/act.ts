import { lateAt, limitFrom, recounted } from '../limit.ts';
import { changed, kept, told, type Here, type ProblemChange } from './change.ts';
import type { Level, Problem } from './problem.ts';

type Raising = Pick<Problem, 'id' | 'projectId' | 'investor' | 'raiser' | 'kind' | 'department' | 'text'>;

const isCity = ({ set, city }: Here): boolean => set === city;

/** Working days until it is handed up from here. */
const daysHere = (here: Here): number => (isCity(here) ? here.limits.problemInCity : here.limits.problemInDistrict);

export function raise(given: Raising, here: Here): ProblemChange {
  const begun = {
    version: 1,
    answers: [],
    reopened: false,
    late: false,
    heard: 0,
    raisedAt: here.at,
    timelineHash: '',
  };
  const after: Problem = {
    ...given,
    ...begun,
    state: 'raised',
    level: isCity(here) ? 'city' : 'district',
    home: here.set,
    limit: limitFrom(daysHere(here), here),
  };
  return { before: undefined, after, act: 'raise', facts: [told(after, 'raise', here)] };
}

export const coordinate = (found: Problem, by: string, here: Here) =>
  changed(found, { act: 'coordinate', to: 'coordinating', set: { coordinator: by } }, here);

/** What is answered at this level, or what the province has answered to what was reported. The raiser has so many days to say that it is not solved. */
export function solve(found: Problem, { by, text }: { by: string; text: string }, here: Here) {
  const level: Level = found.state === 'reported' ? 'province' : isCity(here) ? 'city' : 'district';
  const answers = [...found.answers, { level, at: here.at, by, text }];
  return changed(
    found,
    { act: 'solve', to: 'solved', set: { level, answers, late: false, limit: silence(found, here) } },
    here,
  );
}

/** It is closed where it was raised, and only there. */
export const silence = ({ home }: Problem, here: Here) =>
  home === here.set ? limitFrom(here.limits.silence, here) : undefined;

/** 上报: a district hands it to the city, the city reports it to the province. */
export function escalate(found: Problem, here: Here): ProblemChange | undefined {
  if (!isCity(here)) {
    return changed(found, { act: 'escalate', to: 'escalated', set: { level: 'city', limit: undefined } }, here);
  }
  const limit = limitFrom(here.limits.problemReport, here);
  return changed(found, { act: 'escalate', to: 'to-report', set: { level: 'province', limit } }, here);
}

export const report = (found: Problem, here: Here) =>
  changed(found, { act: 'report', to: 'reported', set: { limit: undefined, late: false } }, here);

export const confirm = (found: Problem, here: Here) =>
  changed(found, { act: 'confirm', to: 'closed', set: { limit: undefined } }, here);

/** Not solved, says its raiser: once, and it goes back to the level that thought so. */
export function reopen(found: Problem, here: Here): ProblemChange | undefined {
  if (found.reopened) return undefined;
  const isOurs = isCity(here) || found.level === 'district';
  const limit = isOurs ? limitFrom(daysHere(here), here) : undefined;
  const set = { reopened: true, limit, level: isCity(here) || !isOurs ? ('city' as const) : ('district' as const) };
  return changed(found, { act: 'reopen', to: isOurs ? 'coordinating' : 'escalated', set }, here);
}

export const withdraw = (found: Problem, here: Here) =>
  changed(found, { act: 'withdraw', to: 'withdrawn', set: { limit: undefined } }, here);

/** When the clock looks at it. */
export const dueAt = ({ limit, late }: Problem): Date | undefined => (limit && !late ? lateAt(limit) : undefined);

/** What time does to it; by the calendar as it is now its limit may end later than it was said to. */
export function passTime(found: Problem, here: Here): ProblemChange | undefined {
  const due = dueAt(found);
  if (!found.limit || !due || due > here.at) return undefined;
  const limit = recounted(found.limit, here.calendar);
  if (lateAt(limit) > here.at) return kept(found, 'recount', { limit });
  if (found.state === 'to-report')
    return changed(found, { act: 'be-late', to: 'to-report', set: { late: true } }, here);
  if (found.state === 'solved') return changed(found, { act: 'lapse', to: 'closed', set: { limit: undefined } }, here);
  return escalate(found, here);
}
