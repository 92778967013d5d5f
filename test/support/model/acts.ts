import type { Days } from './days.ts';
import { accepting, asFound, ended, next, open, type ModelCase } from './case.ts';

/** What people do to a case, by hand: who may, from where, and what comes of it. */
export interface Deed {
  name: string;
  person: string;
  days: number;
  grant: boolean;
  defer: boolean;
}

interface Moment {
  now: Date;
  days: Days;
}

type Outcome = Partial<ModelCase> | 'refused';

interface Rule {
  who: readonly string[];
  from: readonly string[];
  does: (one: ModelCase, deed: Deed, now: Date) => Outcome;
}

const taking = ['clerk', 'approver', 'head'];
const deciding = ['approver', 'head'];
const onStep = (one: ModelCase, { person }: Deed, step: Partial<ModelCase['step']>): Outcome =>
  one.step.done || (one.step.holder ?? person) !== person
    ? 'refused'
    : { step: { ...one.step, holder: person, ...step } };
const notice = ({ days, person }: Deed, at: Date) => ({ at, days: Math.max(5, days), by: person, extended: false });

export const rules: Record<string, Rule> = {
  accept: {
    who: taking,
    from: ['submitted'],
    does: (one, { defer, days, grant }, now) => {
      if (defer && days > one.promise.n) return 'refused';
      const seen = one.expires !== undefined && grant;
      return { ...accepting(one, now), ...(seen && { seen }), ...(defer && { tolerance: { days, settled: false } }) };
    },
  },
  'request-correction': {
    who: taking,
    from: ['submitted'],
    does: (_, deed, now) => ({ state: 'correcting', notice: notice(deed, now) }),
  },
  'extend-correction': {
    who: taking,
    from: ['correcting'],
    does: ({ notice: given }, { days }) =>
      given && !given.extended ? { notice: { ...given, days: given.days + days, extended: true } } : 'refused',
  },
  resubmit: {
    who: ['company', 'clerk'],
    from: ['correcting', 'supplementing'],
    does: ({ state, pauses, notice: given }, { person }, now) =>
      given?.by === person
        ? 'refused'
        : state === 'correcting'
          ? { state: 'submitted', submitted: now }
          : { state: 'accepted', pauses: ended(pauses, now) },
  },
  'propose-refusal': {
    who: ['clerk', 'approver'],
    from: ['submitted'],
    does: (_, { person }) => ({ state: 'refusal-proposed', proposer: person, shown: false }),
  },
  'approve-refusal': {
    who: ['head'],
    from: ['refusal-proposed'],
    does: ({ shown }) => ({ state: 'decided', outcome: shown ? 'returned' : 'not-accepted' }),
  },
  'overturn-refusal': { who: ['head'], from: ['refusal-proposed'], does: () => ({ state: 'submitted' }) },
  signpost: {
    who: ['clerk', 'approver'],
    from: ['submitted'],
    does: (_, { person }) => ({ state: 'refusal-proposed', proposer: person, shown: true }),
  },
  'tasks/1/claim': { who: deciding, from: ['accepted'], does: (one, deed) => onStep(one, deed, {}) },
  'tasks/1/opinion': { who: deciding, from: ['accepted'], does: (one, deed) => onStep(one, deed, { done: true }) },
  suspend: {
    who: deciding,
    from: ['accepted'],
    does: ({ pauses }, _, now) => ({ state: 'suspended', pauses: [...pauses, { from: now }] }),
  },
  resume: {
    who: deciding,
    from: ['suspended'],
    does: ({ pauses }, _, now) => ({ state: 'accepted', pauses: ended(pauses, now) }),
  },
  'request-supplement': {
    who: deciding,
    from: ['accepted'],
    does: ({ asked, pauses }, deed, now) =>
      asked
        ? 'refused'
        : { state: 'supplementing', asked: true, notice: notice(deed, now), pauses: [...pauses, { from: now }] },
  },
  extend: {
    who: ['head'],
    from: ['accepted'],
    does: ({ extended }, { days }) => (extended || days > 10 ? 'refused' : { extended: true, extra: days }),
  },
  'settle-tolerance': {
    who: taking,
    from: ['accepted'],
    does: ({ tolerance }) =>
      tolerance && !tolerance.settled ? { tolerance: { ...tolerance, settled: true } } : 'refused',
  },
  decide: {
    who: deciding,
    from: ['accepted'],
    does: ({ step, tolerance }, { grant }) => {
      if (!step.done || (grant && tolerance && !tolerance.settled)) return 'refused';
      return { state: 'decided', outcome: grant ? 'granted' : 'refused' };
    },
  },
  void: {
    who: ['head'],
    from: open,
    does: ({ pauses }, _, now) => ({ state: 'decided', outcome: 'void', pauses: ended(pauses, now) }),
  },
  withdraw: {
    who: ['company'],
    from: open,
    does: ({ pauses }, _, now) => ({ state: 'withdrawn', outcome: 'withdrawn', pauses: ended(pauses, now) }),
  },
};

/** What comes of a deed: the case after it, and whether it was done. */
export function after(one: ModelCase, deed: Deed, { now, days }: Moment): { done: boolean; one: ModelCase } {
  const rule = rules[deed.name];
  // Whom the route does not know at all does not come as far as the case.
  if (!rule?.who.includes(deed.person)) return { done: false, one };
  const found = asFound(days, one, now);
  const changed = rule.from.includes(found.state) ? rule.does(found, deed, now) : 'refused';
  return changed === 'refused' ? { done: false, one: found } : { done: true, one: next(days, found, changed) };
}
