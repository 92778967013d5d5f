import { dayOf, endOf, monthsAfter } from '#shared/calendar';
import type { SettlingAt } from './assess.ts';
import { deferBill, rebalance, wantedOf } from './balance.ts';
import { firstOf, isDeferred, lastOf, openIn } from './open.ts';
import type { Wish } from './wish.ts';
import { reliefStep, type ReliefAct } from './graph.ts';
import { isSamePerson, recorded, type Known } from '../party/person.ts';
import {
  changed,
  type Assessment,
  type FeeDecided,
  type FeeRefusal,
  type Fees,
  type Relief,
  type Told,
} from './fees.ts';

/** Each is kept with its basis in the record of the fees, which holds 400 KB with all its bills. */
export const mostReliefs = 50;

/** 减缴, 缓缴, 免缴: proposed with its basis; nothing changes until another person has approved it. */
export function proposeRelief(
  before: Fees,
  { wish, basis, by }: { wish: Wish; basis: string; by: Known },
  { at }: SettlingAt,
): FeeDecided {
  const fault = faultOf(before, wish, at);
  if (fault) return { refused: fault };
  if (before.reliefs.length >= mostReliefs) return { refused: 'too-many-reliefs' };
  const n = before.reliefs.length + 1;
  const proposed: Relief = { n, state: 'proposed', wish, basis, proposedAt: at, proposedBy: recorded(by) };
  const after = { ...before, reliefs: [...before.reliefs, proposed] };
  return { ...changed(before, 'propose-relief', { fees: after, facts: [] }), reason: basis };
}

interface Checking {
  n: number;
  by: Known;
  act: ReliefAct;
  opinion: string;
}

/** Another person approves or rejects it; approved it takes effect at once, also on what was paid already. */
export function checkRelief(before: Fees, { n, by, act, opinion }: Checking, settling: SettlingAt): FeeDecided {
  const found = before.reliefs.find((one) => one.n === n);
  if (!found) return { refused: 'no-such-relief' };
  const state = reliefStep(found.state, act);
  if (!state) return { refused: 'relief-closed' };
  if (isSamePerson(found.proposedBy, by)) return { refused: 'same-person' };
  const fault = act === 'approve' ? faultOf(before, found.wish, settling.at) : undefined;
  if (fault) return { refused: fault };
  const waivedFen = found.wish.kind === 'waive' ? wantedOf(before).get(found.wish.code) : undefined;
  const checked: Relief = {
    ...found,
    state,
    checkedAt: settling.at,
    checkedBy: recorded(by),
    ...(state === 'approved' && { waivedFen }),
  };
  const fees = { ...before, reliefs: before.reliefs.map((one) => (one.n === n ? checked : one)) };
  const settled = act === 'approve' ? granted(fees, found.wish, settling) : { fees, facts: [] };
  return { ...changed(before, `${act}-relief`, settled), reason: opinion };
}

function granted(fees: Fees, wish: Wish, settling: SettlingAt): Told {
  const told = { fees, facts: [] };
  if (wish.kind !== 'defer') {
    return rebalance(told, { ...settling, why: wish.kind === 'waive' ? 'waived' : 'reduced' });
  }
  const open = toDefer(fees);
  return open ? deferBill(told, open, { until: wish.until, dueAt: endOf(wish.until) }) : told;
}

/** What is due and not deferred yet; else what was deferred last may be deferred once more. */
function toDefer(fees: Fees): Assessment | undefined {
  const open = openIn(fees);
  return open.find((one) => !isDeferred(one)) ?? open.at(-1);
}

/** 缓缴 is for a time: at most so many months after the day on which the bill was due at first, however often it is deferred. */
const longestDeferral = 12;

/** Why a relief would change nothing, or more than there is. */
function faultOf(fees: Fees, wish: Wish, at: Date): FeeRefusal | undefined {
  if (wish.kind === 'defer') {
    const open = toDefer(fees);
    if (!open) return 'nothing-due';
    if (wish.until <= dayOf(at) || wish.until <= dayOf(lastOf(open).dueAt)) return 'not-later';
    return wish.until > monthsAfter(dayOf(firstOf(open).dueAt), longestDeferral) ? 'deferral-too-long' : undefined;
  }
  const wanted = wantedOf(fees).get(wish.code) ?? 0;
  if (wanted === 0) return 'nothing-due';
  return wish.kind === 'reduce' && wish.amountFen > wanted ? 'reduction-too-large' : undefined;
}
