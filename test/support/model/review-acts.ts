import { deciding, notice, taking, unless, type Deed, type Outcome, type Rule, type Try } from './acting.ts';
import { endedAs, granted, resumed } from './case.ts';
import { lastMomentOf } from './days.ts';
import { promiseEnd } from './limits.ts';
import { personOf, subOf } from './people.ts';

/** An act on the step of the review: of its own office, while it is open. */
function onStep(tried: Try, mayTakeFromOthers: boolean, holder: string | undefined): Outcome {
  const { one, person } = tried;
  const { role, office } = personOf(person);
  if (!one.step?.opened || one.step.done || office !== one.office) return 'refused';
  const held = one.step.holder !== undefined && one.step.holder !== subOf(person);
  return unless(held && !(mayTakeFromOthers && role === 'head'), { step: { ...one.step, holder } });
}

function opinion(tried: Try): Outcome {
  const taken = onStep(tried, false, subOf(tried.person));
  return taken === 'refused' || !taken.step ? 'refused' : { step: { ...taken.step, done: true } };
}

/** To whom a step is handed, and who steps back. */
export const colleague = ({ grant }: Pick<Deed, 'grant'>): string => subOf(grant ? 'approver' : 'head');
export const steppingBack = ({ person, defer }: Pick<Deed, 'person' | 'defer'>): string =>
  defer ? subOf('approver') : subOf(person);

function recuse(tried: Try): Outcome {
  const { one, person } = tried;
  const who = steppingBack(tried);
  if (who !== subOf(person) && personOf(person).role !== 'head') return 'refused';
  const { step, recused } = one;
  if (!step?.opened || step.done || personOf(person).office !== one.office) return 'refused';
  // What another has in hand stays with him.
  const holder = step.holder === who ? undefined : step.holder;
  return { step: { ...step, holder }, recused: [...new Set([...recused, who])] };
}

function decide({ one, grant, around: { now, days } }: Try): Outcome {
  const { state, handling, committed, step, tolerance, accepted = now } = one;
  const ready = state === 'submitted' ? handling === 'on-the-spot' || committed : committed || !step || step.done;
  if (!ready || (grant && tolerance && !tolerance.settled)) return 'refused';
  return { ...(grant ? granted(days, one, now) : endedAs('refused', now)), accepted };
}

/** The acts of the review, from acceptance to the decision. */
export const reviewRules: Record<string, Rule> = {
  'tasks/1/claim': {
    act: 'claim',
    who: deciding,
    from: ['accepted'],
    does: (tried) => onStep(tried, false, subOf(tried.person)),
  },
  'tasks/1/release': {
    act: 'release',
    who: deciding,
    from: ['accepted'],
    does: (tried) => onStep(tried, true, undefined),
  },
  'tasks/1/transfer': {
    act: 'transfer',
    who: deciding,
    from: ['accepted'],
    does: (tried) => (tried.one.recused.includes(colleague(tried)) ? 'refused' : onStep(tried, true, colleague(tried))),
  },
  'tasks/1/recuse': { act: 'recuse', who: deciding, from: ['accepted', 'suspended', 'supplementing'], does: recuse },
  'tasks/1/opinion': { act: 'give-opinion', who: deciding, from: ['accepted'], does: opinion },
  suspend: {
    who: deciding,
    from: ['accepted'],
    does: ({ one: { pauses }, around: { now } }) => ({ state: 'suspended', pauses: [...pauses, { from: now }] }),
  },
  resume: {
    who: deciding,
    from: ['suspended'],
    does: ({ one: { pauses }, around: { now } }) => resumed(pauses, now),
  },
  'request-supplement': {
    who: deciding,
    from: ['accepted'],
    does: (tried) => {
      const { asked, pauses, faults } = tried.one;
      const stopped = { state: 'supplementing', asked: true, pauses: [...pauses, { from: tried.around.now }] };
      return unless(asked, { ...stopped, notice: notice(tried), faults: [...faults, !tried.defer] });
    },
  },
  extend: {
    who: ['head'],
    from: ['accepted'],
    does: ({ one, days, around }) => {
      const end = promiseEnd(around.days, one);
      const isPast = end !== undefined && lastMomentOf(end.day) < around.now;
      return unless(one.extended || days > one.extendable || isPast, { extended: true, extra: days });
    },
  },
  'settle-tolerance': {
    who: taking,
    from: ['accepted'],
    does: ({ one: { tolerance } }) =>
      tolerance && !tolerance.settled ? { tolerance: { ...tolerance, settled: true } } : 'refused',
  },
  decide: { who: deciding, from: ['submitted', 'accepted'], does: decide },
  forward: { who: deciding, from: ['accepted'], does: ({ around: { now } }) => endedAs('forwarded', now) },
};
