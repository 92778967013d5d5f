import { actsFor, wholeOperator, type Try } from './acting.ts';
import { aheadOf, type ModelCase } from './case.ts';
import { overAfter } from './limits.ts';
import { personOf, subOf } from './people.ts';

/** 更正, 撤销, 复议: who opens what upon which outcome, within which time, and what stands in the way. */
const ways = {
  correct: {
    upon: ['granted', 'refused', 'not-accepted'],
    who: ['applicant', 'window', 'approver', 'head'],
    promise: { n: 5, unit: 'working-day' },
    extendable: 10,
    blocks: ({ state }: ModelCase) => !isOver(state),
  },
  revoke: {
    upon: ['granted'],
    who: ['head'],
    promise: { n: 20, unit: 'working-day' },
    extendable: 10,
    blocks: ({ state, outcome }: ModelCase) => !isOver(state) || outcome === 'granted',
  },
  sanction: {
    upon: ['granted'],
    who: ['head'],
    promise: { n: 90, unit: 'day' },
    extendable: 10,
    // The lives of the model know forfeiture alone: it comes once.
    blocks: ({ state, outcome }: ModelCase) => !isOver(state) || outcome === 'granted',
  },
  review: {
    upon: ['granted', 'refused', 'not-accepted', 'returned', 'void'],
    who: ['applicant', 'window'],
    promise: { n: 60, unit: 'day' },
    extendable: 30,
    blocks: () => true,
  },
} as const;
export type Way = keyof typeof ways;
export const wayNames: readonly string[] = Object.keys(ways);
export const isWay = (name: string): name is Way => name in ways;
const isOver = (state: string) => state === 'decided' || state === 'withdrawn';
/** Calendar days after a decision (行政复议法 art. 20). */
const reviewWithin = 60;

/** Whether this one may open such a case upon this one now. */
export function mayFollow(name: Way, { one, person, around }: Try): boolean {
  const way = ways[name];
  const { role } = personOf(person);
  const may: readonly string[] = way.who;
  const upon: readonly string[] = way.upon;
  if (!may.includes(role) || !one.outcome || !upon.includes(one.outcome)) return false;
  // A correction and a review are the end of it; a revocation and a sanction are decisions like any other, but neither is upon one.
  const { as = 'forward' } = one.follows ?? {};
  if (as === 'correct' || as === 'review') return false;
  if (as !== 'forward' && (name === 'revoke' || name === 'sanction')) return false;
  if (name === 'sanction' && one.handling === 'filing') return false;
  if ((role === 'approver' || role === 'head') && !actsFor(person, one)) return false;
  if (name === 'review' && isTooLate(one, around)) return false;
  return !around.cases.some((each) => each.follows?.of === one.id && each.follows.as === name && way.blocks(each));
}

function isTooLate({ decided }: ModelCase, { now, days }: Try['around']): boolean {
  const last = decided && overAfter(days, decided, { n: reviewWithin, unit: 'day' });
  return last !== undefined && last < now;
}

/** What nobody has done with a case that begins. */
export const fresh = {
  id: '',
  committed: false,
  whole: true,
  operator: wholeOperator,
  renewed: false,
  faults: [],
  silent: false,
  asked: false,
  extended: false,
  extra: 0,
  pauses: [],
  warned: [],
  recused: [],
  acted: [],
  ahead: { provisional: false },
} as const;

/** The case that is opened: received at once, by its own clocks. Who opened it for the office, or acted in what is reviewed, is out. */
export function opened(name: Way, { one, person, around: { now, days } }: Try): ModelCase {
  const { promise, extendable } = ways[name];
  const { role } = personOf(person);
  const by = role === 'approver' || role === 'head' ? ('office' as const) : ('applicant' as const);
  const own = by === 'office' ? [subOf(person)] : [];
  const begun: ModelCase = {
    ...fresh,
    item: one.item,
    operator: one.operator,
    office: name === 'review' ? 'justice' : one.office,
    offices: name === 'review' ? ['justice', one.office] : [one.office],
    handling: 'promised',
    state: by === 'office' ? 'accepted' : 'submitted',
    ...(by === 'office' && { accepted: now }),
    version: 1,
    told: [{ act: name, from: one.state }],
    submitted: now,
    promise,
    extendable,
    extraDays: name === 'review',
    recused: [...one.recused, ...(name === 'review' ? one.acted : own)],
    acted: own,
    follows: { of: one.id, as: name, by },
  };
  return { ...begun, ahead: aheadOf(days, begun) };
}

/** 转报: the case of the other office; a draft where that asks for more than was handed in. */
export function forwarded({ one, grant, around: { now, days, promised } }: Try): ModelCase {
  const item = targetOf({ grant });
  const whole = item === 'far';
  const begun: ModelCase = {
    ...fresh,
    item,
    operator: one.operator,
    office: 'health',
    offices: ['health'],
    handling: 'promised',
    whole,
    expires: one.expires,
    state: whole ? 'submitted' : 'draft',
    version: 1,
    told: [{ act: whole ? 'submit' : 'create', from: 'draft' }],
    submitted: now,
    promise: promised.promise,
    extendable: 10,
    step: { days: promised.stepDays, done: false, late: false },
    recused: one.recused,
    follows: { of: one.id, as: 'forward', by: 'applicant' },
  };
  return { ...begun, ahead: aheadOf(days, begun) };
}

/** Which of the other office's items it goes to. */
export const targetOf = ({ grant }: { grant: boolean }): 'far' | 'far-seats' => (grant ? 'far' : 'far-seats');
