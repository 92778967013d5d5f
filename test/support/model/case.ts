import type { Days, Span } from './days.ts';
import { lastMomentOf } from './days.ts';
import { endOfDate, endOfDays, promiseEnd, type Running } from './limits.ts';

/** A case as the law and the rules have it, written anew for tests: knows nothing of intake's domain. */
export interface ModelCase extends Running {
  state: string;
  version: number;
  submitted: Date;
  silent: boolean;
  notice?: { at: Date; days: number; by: string; extended: boolean };
  asked: boolean;
  extended: boolean;
  proposer?: string;
  /** Proposed was to show the way to another office. */
  shown?: boolean;
  step: { days: number; opened?: Date; done: boolean; late: boolean; holder?: string };
  tolerance?: { days: number; settled: boolean };
  warned: readonly string[];
  expires?: string | undefined;
  /** Somebody of the office has seen the licence that is to be renewed. */
  seen?: boolean;
  outcome?: string;
  /** When the clock looks at it next, and what others know of its end: by the calendar of its last act. */
  ahead: { at?: Date | undefined; dueAt?: Date | undefined; provisional: boolean };
}

export const open: readonly string[] = [
  'submitted',
  'correcting',
  'refusal-proposed',
  'accepted',
  'suspended',
  'supplementing',
];
export const isRunning = ({ state }: ModelCase): boolean => ['accepted', 'suspended', 'supplementing'].includes(state);

interface Wait {
  act: string;
  at: Date;
}

/** What time will do to a case, and when; in this order where two come at once. */
function waits(days: Days, one: ModelCase): Wait[] {
  const { state, submitted, notice, step, pauses, accepted, tolerance, warned, expires, seen } = one;
  const licenceEnd = expires === undefined || submitted > endOfDate(expires) ? undefined : endOfDate(expires);
  const found: [string, Date | undefined][] = [];
  const answer = notice && endOfDays(days, notice.at, { n: notice.days });
  if (state === 'submitted' || state === 'refusal-proposed')
    found.push(['silence', endOfDays(days, submitted, { n: 5 })]);
  if (state === 'correcting') found.push(['close', answer]);
  if (state === 'supplementing') found.push(['lapse', answer]);
  if (state === 'accepted') {
    const end = promiseEnd(days, one);
    const due = end && lastMomentOf(end.day);
    found.push(['overdue-head', due], ['overdue-supervisor', due && endOfDays(days, due, { n: 1 })]);
    const late =
      tolerance?.settled === false && accepted ? endOfDays(days, accepted, { n: tolerance.days }) : undefined;
    const { opened, done } = step;
    const slow = opened && !done && !step.late ? endOfDays(days, opened, { n: step.days, pauses }) : undefined;
    found.push(['tolerance-lapsed', late], ['step', slow], ['licence-ended', seen ? undefined : licenceEnd]);
  }
  if (isRunning(one) && seen) found.push(['renew', licenceEnd]);
  return found
    .flatMap(([act, at]) => (at && !warned.includes(act) ? [{ act, at }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** One version on, with what is ahead of it by the calendar of now. */
export function next(days: Days, one: ModelCase, changed: Partial<ModelCase> = {}): ModelCase {
  const after = { ...one, ...changed, version: one.version + 1 };
  return { ...after, ahead: aheadOf(days, after) };
}

export function aheadOf(days: Days, one: ModelCase): ModelCase['ahead'] {
  const end = promiseEnd(days, one);
  return { at: waits(days, one)[0]?.at, dueAt: end && lastMomentOf(end.day), provisional: end?.provisional ?? false };
}

export const ended = (pauses: readonly Span[], until: Date): Span[] =>
  pauses.map((one) => (one.until ? one : { ...one, until }));

/** Takes a case into review: the step opens. */
export const accepting = (one: ModelCase, at: Date): Partial<ModelCase> => ({
  state: 'accepted',
  accepted: at,
  step: { ...one.step, opened: at },
});

function passed(days: Days, one: ModelCase, { act, now }: { act: string; now: Date }): ModelCase {
  const { pauses, submitted, step, warned } = one;
  if (act === 'silence') return next(days, one, { ...accepting(one, submitted), silent: true });
  if (act === 'close') return next(days, one, { state: 'decided', outcome: 'no-correction' });
  if (act === 'lapse') return next(days, one, { state: 'accepted', pauses: ended(pauses, now) });
  if (act === 'renew') return next(days, one, { state: 'decided', outcome: 'granted', pauses: ended(pauses, now) });
  if (act === 'step') return next(days, one, { step: { ...step, late: true } });
  return next(days, one, { warned: [...warned, act] });
}

/** A case after all that time has done to it by now. */
export function afterTime(days: Days, one: ModelCase, now: Date): ModelCase {
  const due = waits(days, one).find(({ at }) => at < now);
  return due ? afterTime(days, passed(days, one, { act: due.act, now }), now) : one;
}

const moves = new Set(['silence', 'close', 'lapse', 'renew']);

/** As whoever acts finds it: where time has brought it to another state, all that time has done has been done. */
export function asFound(days: Days, one: ModelCase, now: Date): ModelCase {
  return waits(days, one).some(({ act, at }) => at < now && moves.has(act)) ? afterTime(days, one, now) : one;
}
