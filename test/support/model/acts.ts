import { notice, operatorOf, taking, wholeOperator, unless, type Outcome, type Rule, type Try } from './acting.ts';
import { accepting, ended, endedAs, granted, isBroken, isRunning, open, resumed, running } from './case.ts';
import type { ModelCase } from './case.ts';
import { personOf } from './people.ts';
import type { Days } from './days.ts';
import { endOfDate, endOfDays, overAfter } from './limits.ts';
import { reviewRules } from './review-acts.ts';

/** 撤销, and a slip that the office itself mends. */
const isOwnAccord = ({ one }: Try): boolean => one.follows?.by === 'office';

const isReplaced = ({ one, around }: Try): boolean => around.replaced && one.item === 'own';

function accept({ one, defer, days, grant, around: { now, days: calendar, cases } }: Try): Outcome {
  if (defer && cases.some(isBroken)) return 'refused';
  if (one.handling === 'filing') return { ...granted(calendar, one, now), accepted: now };
  if (defer && (one.committed || outlasts({ one, days, calendar, now }))) return 'refused';
  const seen = one.expires !== undefined && grant;
  return { ...accepting(one, now), ...(seen && { seen }), ...(defer && { tolerance: { days, settled: false } }) };
}

/** What may follow is not due after the promise is. */
function outlasts({ one, days, calendar, now }: { one: ModelCase; days: number; calendar: Days; now: Date }): boolean {
  const [follows, promise] = [overAfter(calendar, now, { n: days }), overAfter(calendar, now, one.promise)];
  return follows !== undefined && promise !== undefined && follows > promise;
}

/** Nobody hands in what is not whole, a word that he may not give any more, or the renewal of what has ended. */
function submit(tried: Try): Outcome {
  const { one, around } = tried;
  const isBarred = one.committed && around.cases.some(isBroken);
  const isOver = one.expires !== undefined && endOfDate(one.expires) < around.now;
  const refused = isReplaced(tried) || !one.whole || isBarred || isOver;
  return unless(refused, { state: 'submitted', submitted: around.now });
}

/** Who asked does not answer. What is written anew may be wrong anew; words about what stays as it was bring nothing. */
function resubmit({ one, person, grant, days, around: { now } }: Try): Outcome {
  if (one.notice?.by === person) return 'refused';
  const operator = grant ? operatorOf(days) : one.operator;
  const brought = { operator, renewed: operator !== one.operator };
  return one.state === 'correcting'
    ? { state: 'submitted', submitted: now, ...brought }
    : { ...resumed(one.pauses, now), ...brought };
}

/** One notice (行政许可法 art. 32(4)): a later one is a fault but for what the answer brought; a third is the head’s to give. */
function ask(tried: Try): Outcome {
  const { faults, renewed } = tried.one;
  const isThird = faults.length > 1 && personOf(tried.person).role !== 'head';
  const is = faults.length > 0 && !renewed;
  return unless(isOwnAccord(tried) || isThird, { state: 'correcting', notice: notice(tried), faults: [...faults, is] });
}

/** What was accepted is made void by two: a head, as another has proposed. */
function makeVoid({ one, person, around: { now } }: Try): Outcome {
  const isAlone = isRunning(one) && (one.voiding === undefined || one.voiding === person);
  return unless(isAlone, { ...endedAs('void', now), pauses: ended(one.pauses, now) });
}

/** What the office began is not the applicant's to take back; a draft that he began online no desk sees. */
function withdraw(tried: Try): Outcome {
  const { state, pauses } = tried.one;
  const { now } = tried.around;
  const isUnseen = state === 'draft' && personOf(tried.person).role === 'window';
  const outcome = state === 'draft' ? {} : { outcome: 'withdrawn' };
  return unless(isOwnAccord(tried) || isUnseen, { state: 'withdrawn', pauses: ended(pauses, now), ...outcome });
}

/** The acts on a case by hand, as the law and the rules have them: who may, from where, and what comes of it. */
export const rules: Record<string, Rule> = {
  edit: {
    who: ['applicant'],
    from: ['draft'],
    does: () => ({ whole: true, operator: wholeOperator }),
    side: 'applicant',
  },
  submit: { who: ['applicant'], from: ['draft'], does: submit, side: 'applicant' },
  'move-to-successor': {
    who: ['applicant'],
    from: ['draft'],
    does: (tried) => unless(!isReplaced(tried), { item: 'successor' }),
    side: 'applicant',
  },
  accept: { who: taking, from: ['submitted'], does: accept },
  'request-correction': {
    who: taking,
    from: ['submitted'],
    does: ask,
  },
  'extend-correction': {
    who: taking,
    from: ['correcting'],
    does: ({ one: { notice: given }, days, around }) => {
      if (!given || given.extended) return 'refused';
      const told = endOfDays(around.days, given.at, { n: given.days + days });
      return { notice: { ...given, days: given.days + days, told, extended: true } };
    },
  },
  resubmit: {
    who: ['applicant', 'window'],
    from: ['correcting', 'supplementing'],
    does: resubmit,
    side: 'applicant',
  },
  'propose-refusal': {
    who: ['window', 'approver'],
    from: ['submitted'],
    does: (tried) => unless(isOwnAccord(tried), { state: 'refusal-proposed', proposer: tried.person, shown: false }),
  },
  'approve-refusal': {
    who: ['head'],
    from: ['refusal-proposed'],
    does: ({ one: { shown }, around: { now } }) => endedAs(shown ? 'returned' : 'not-accepted', now),
  },
  'overturn-refusal': { who: ['head'], from: ['refusal-proposed'], does: () => ({ state: 'submitted' }) },
  signpost: {
    who: ['window', 'approver'],
    from: ['submitted'],
    does: (tried) => unless(isOwnAccord(tried), { state: 'refusal-proposed', proposer: tried.person, shown: true }),
  },
  'signpost-agreed': {
    who: ['window'],
    from: ['submitted'],
    does: (tried) => unless(isOwnAccord(tried), endedAs('returned', tried.around.now)),
  },
  ...reviewRules,
  'propose-void': { who: taking, from: running, does: ({ person }) => ({ voiding: person }) },
  void: { who: ['head'], from: open, does: makeVoid },
  withdraw: {
    who: ['applicant', 'window'],
    from: ['draft', ...open],
    does: withdraw,
    side: 'applicant',
  },
};
