import { lastMomentOf, type Days, type Span } from './days.ts';
import { checkWithin } from './items.ts';
import { endOfDate, endOfDays, overAfter, promiseEnd, promiseOver, type Running } from './limits.ts';

/** What was granted on the applicant's word, until it is known whether that was kept. */
export interface Check {
  state: string;
  due: Date;
  /** From when that is counted, in working days. */
  from: Date;
  days: number;
  warned: boolean;
  breaker?: string;
}

/** A case as the law and the rules have it, written anew for tests: knows nothing of intake's domain. */
export interface ModelCase extends Running {
  id: string;
  item: string;
  /** Who decides it, and who has part in it. */
  office: string;
  offices: readonly string[];
  handling: 'promised' | 'on-the-spot' | 'filing';
  committed: boolean;
  state: string;
  version: number;
  /** Its timeline, each act with the state it was done in; to save a draft is none. */
  told: readonly { act: string; from: string }[];
  /** Whether its form is what the item asks. */
  whole: boolean;
  submitted: Date;
  silent: boolean;
  /** What its form says of the operator, and whether the last answer wrote that anew. */
  operator: string;
  renewed: boolean;
  /** Of each notice, whether it was the office’s fault. */
  faults: readonly boolean[];
  /** Who has proposed that it is void. */
  voiding?: string;
  notice?: { at: Date; days: number; told: Date | undefined; by: string; extended: boolean };
  asked: boolean;
  extended: boolean;
  /** By how many of its days it may be extended, at the most. */
  extendable: number;
  proposer?: string;
  /** Proposed was to show the way to another office. */
  shown?: boolean;
  step?: { days: number; opened?: Date; done: boolean; late: boolean; holder?: string | undefined };
  tolerance?: { days: number; settled: boolean };
  warned: readonly string[];
  expires?: string | undefined;
  /** Somebody of the office has seen the licence that is to be renewed. */
  seen?: boolean;
  outcome?: string;
  decided?: Date;
  /** Who may not act any more, and who has acted for the office. */
  recused: readonly string[];
  acted: readonly string[];
  follows?: { of: string; as: string; by: 'applicant' | 'office' };
  check?: Check | undefined;
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
export const running: readonly string[] = ['accepted', 'suspended', 'supplementing'];
export const isRunning = ({ state }: ModelCase): boolean => running.includes(state);

interface Wait {
  act: string;
  at: Date;
}

/** What time will do to a case, and when; in this order where two come at once. */
function waits(days: Days, one: ModelCase): Wait[] {
  const { state, submitted, notice, step, pauses, accepted, tolerance, warned, expires, seen } = one;
  // Who comes when his licence has ended is not kept waiting for it.
  const licenceEnd = expires === undefined || submitted > endOfDate(expires) ? undefined : endOfDate(expires);
  const found: [string, Date | undefined][] = [];
  // Whatever a calendar says later, he has the time that he was told.
  const counted = notice && overAfter(days, notice.at, { n: notice.days });
  const answer = notice?.told && counted && notice.told > counted ? notice.told : counted;
  if (state === 'submitted' || state === 'refusal-proposed')
    found.push(['silence', overAfter(days, submitted, { n: 5 })]);
  if (state === 'correcting') found.push(['close', answer]);
  if (state === 'supplementing') found.push(['lapse', answer]);
  // A pause keeps no limit from having passed: where it has no end before an open pause, there is none to be late for.
  if (isRunning(one)) {
    const over = promiseOver(days, one);
    const later = over && (over.provisional ? endOfDays : overAfter)(days, over.at, { n: 1 });
    found.push(['overdue-head', over?.at], ['overdue-supervisor', later]);
    const slow =
      step?.opened && !step.done && !step.late ? overAfter(days, step.opened, { n: step.days, pauses }) : undefined;
    found.push(['step', slow]);
  }
  if (state === 'accepted') {
    const late =
      tolerance?.settled === false && accepted ? overAfter(days, accepted, { n: tolerance.days }) : undefined;
    found.push(['tolerance-lapsed', late], ['licence-ended', seen ? undefined : licenceEnd]);
  }
  if (isRunning(one) && seen) found.push(['renew', licenceEnd]);
  return found
    .flatMap(([act, at]) => (at && !warned.includes(act) ? [{ act, at }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** One version and one entry of the timeline on, with what is ahead of it by the calendar of now. */
export function next(days: Days, one: ModelCase, { act, ...changed }: Partial<ModelCase> & { act: string }): ModelCase {
  const told = [...one.told, { act, from: one.state }];
  const after = { ...one, ...changed, told, version: one.version + 1 };
  return { ...after, ahead: aheadOf(days, after) };
}

export function aheadOf(days: Days, one: ModelCase): ModelCase['ahead'] {
  const end = promiseEnd(days, one);
  return { at: waits(days, one)[0]?.at, dueAt: end && lastMomentOf(end.day), provisional: end?.provisional ?? false };
}

export const ended = (pauses: readonly Span[], until: Date): Span[] =>
  pauses.map((one) => (one.until ? one : { ...one, until }));

/** Takes a case into review: the step opens, unless the applicant was taken at his word. */
export const accepting = (one: ModelCase, at: Date): Partial<ModelCase> => ({
  state: 'accepted',
  accepted: at,
  ...(one.step && !one.committed && { step: { ...one.step, opened: at } }),
});

/** Whatever is due is done as of when it was due, however late somebody looks. */
function passed(days: Days, one: ModelCase, { act, at: now }: Wait): ModelCase {
  const { pauses, submitted, step, warned } = one;
  if (act === 'silence') {
    const accepted = { act: 'accept-silently', silent: true, ...accepting(one, submitted) };
    // What is only filed is done with that.
    return next(days, one, { ...accepted, ...(one.handling === 'filing' && granted(days, one, now)) });
  }
  if (act === 'close') return next(days, one, { act: 'close-uncorrected', ...endedAs('no-correction', now) });
  if (act === 'lapse') return next(days, one, { act: 'lapse-supplement', ...resumed(pauses, now) });
  if (act === 'renew') return next(days, one, { act: 'renew-silently', ...granted(days, one, now) });
  if (act === 'step' && step) return next(days, one, { act: 'warn', step: { ...step, late: true } });
  return next(days, one, { act: 'warn', warned: [...warned, act] });
}

export const resumed = (pauses: readonly Span[], now: Date) => ({ state: 'accepted', pauses: ended(pauses, now) });
export const endedAs = (outcome: string, decided: Date) => ({ state: 'decided', outcome, decided });

/** A check that must come within so many working days. */
export function checkFrom(days: Days, from: Date, n: number): Check {
  const due = endOfDays(days, from, { n });
  if (!due) throw new Error('no pause stops a check');
  return { state: 'to-check', due, from, days: n, warned: false };
}

/** By another calendar; what was told of its end stays told. */
export const recountedCheck = (days: Days, check: Check): Check =>
  unsettled.includes(check.state) && !check.warned
    ? { ...checkFrom(days, check.from, check.days), state: check.state }
    : check;

/** What a grant brings: of what was granted on the applicant's word, a check. */
export function granted(days: Days, { pauses, committed }: ModelCase, now: Date): Partial<ModelCase> {
  const check = committed && { check: checkFrom(days, now, checkWithin) };
  return { ...endedAs('granted', now), pauses: ended(pauses, now), ...check };
}

/** A case after all that time has done to it by now. */
export function afterTime(days: Days, one: ModelCase, now: Date): ModelCase {
  const due = waits(days, one).find(({ at }) => at < now);
  return due ? afterTime(days, passed(days, one, due), now) : one;
}

const moves = new Set(['silence', 'close', 'lapse', 'renew']);

/** As whoever acts finds it: where time has brought it to another state, all that time has done has been done. */
export function asFound(days: Days, one: ModelCase, now: Date): ModelCase {
  return waits(days, one).some(({ act, at }) => at < now && moves.has(act)) ? afterTime(days, one, now) : one;
}

/** What nobody checked in time is told once; a promise that was kept is no matter for time. */
export function checkAfterTime({ check }: ModelCase, now: Date): Check | undefined {
  const late = check && !check.warned && unsettled.includes(check.state) && check.due < now;
  return late ? { ...check, warned: true } : check;
}
export const unsettled: readonly string[] = ['to-check', 'fixing'];

/** A promise on record that was not kept: whoever has one is not taken at his word (告知承诺, 容缺). */
export const isBroken = ({ state, warned, tolerance, check }: ModelCase): boolean =>
  check?.state === 'broken' ||
  (open.includes(state) && warned.includes('tolerance-lapsed') && tolerance?.settled === false);
