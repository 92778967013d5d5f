import { notice, taking, unless, type Outcome, type Rule, type Try } from './acting.ts';
import { accepting, ended, endedAs, granted, isBroken, open, resumed } from './case.ts';
import { endOfDate, endOfDays } from './limits.ts';
import { reviewRules } from './review-acts.ts';

const isReplaced = ({ one, around }: Try): boolean => around.replaced && one.item === 'own';

function accept({ one, defer, days, grant, around: { now, days: calendar, cases } }: Try): Outcome {
  if (defer && cases.some(isBroken)) return 'refused';
  if (one.handling === 'filing') return { ...granted(calendar, one, now), accepted: now };
  if (defer && (one.committed || days > one.promise.n)) return 'refused';
  const seen = one.expires !== undefined && grant;
  return { ...accepting(one, now), ...(seen && { seen }), ...(defer && { tolerance: { days, settled: false } }) };
}

/** Nobody hands in what is not whole, a word that he may not give any more, or the renewal of what has ended. */
function submit(tried: Try): Outcome {
  const { one, around } = tried;
  const isBarred = one.committed && around.cases.some(isBroken);
  const isOver = one.expires !== undefined && endOfDate(one.expires) < around.now;
  const refused = isReplaced(tried) || !one.whole || isBarred || isOver;
  return unless(refused, { state: 'submitted', submitted: around.now });
}

/** Who asked does not answer. */
function resubmit({ one: { state, pauses, notice: given }, person, around: { now } }: Try): Outcome {
  if (given?.by === person) return 'refused';
  return state === 'correcting' ? { state: 'submitted', submitted: now } : resumed(pauses, now);
}

/** The acts on a case by hand, as the law and the rules have them: who may, from where, and what comes of it. */
export const rules: Record<string, Rule> = {
  edit: { who: ['applicant'], from: ['draft'], does: () => ({ whole: true }), side: 'applicant' },
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
    does: (tried) => ({ state: 'correcting', notice: notice(tried) }),
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
    does: ({ person }) => ({ state: 'refusal-proposed', proposer: person, shown: false }),
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
    does: ({ person }) => ({ state: 'refusal-proposed', proposer: person, shown: true }),
  },
  'signpost-agreed': {
    who: ['window'],
    from: ['submitted'],
    does: ({ around: { now } }) => endedAs('returned', now),
  },
  ...reviewRules,
  void: {
    who: ['head'],
    from: open,
    does: ({ one: { pauses }, around: { now } }) => ({ ...endedAs('void', now), pauses: ended(pauses, now) }),
  },
  withdraw: {
    who: ['applicant'],
    from: ['draft', ...open],
    does: ({ one: { state, pauses, follows }, around: { now } }) => {
      const outcome = state === 'draft' ? {} : { outcome: 'withdrawn' };
      return unless(follows?.by === 'office', { state: 'withdrawn', pauses: ended(pauses, now), ...outcome });
    },
    side: 'applicant',
  },
};
