import { suspenseOf } from '../ledger/accounts.ts';
import type { ClearingItem } from '../ledger/clearing-item.ts';
import { signed, type SaidEntry } from '../ledger/entry.ts';
import { returnSurplus } from '../refund/act.ts';
import { chargeOfPart } from '../order/order.ts';
import { heard } from './plan-complete.ts';
import type { Planned, Suspended } from './plan.ts';
import { bookedItems, clearingLegs, gapsOf, netOf, type Situation } from './situation.ts';
import type { WishOf } from './wish.ts';

/** What the ledger lacks is cleared, and is nobody's yet. */
const putAside = (gaps: readonly ClearingItem[], place: { channel: string; merchant: string }): SaidEntry => ({
  kind: 'suspend',
  legs: [...clearingLegs(gaps), ...signed(suspenseOf(place), -netOf(gaps))],
  clears: gaps,
});

/** What was booked of it before, which is right once the rest is set right. */
export const bookedOf = (situation: Situation): ClearingItem[] =>
  (['in', 'out'] as const).flatMap((way) => [...bookedItems(situation, way)]);

/** 移入待处理款项: the statement matches from now on, and whose it is stays to be found. */
export function planSuspend(situation: Situation): Planned {
  const gaps = gapsOf(situation);
  const amountFen = netOf(gaps);
  const { channel, merchant, row } = situation.found;
  if (amountFen <= 0) return { fault: 'does-not-fit' };
  const reconciles = bookedOf(situation);
  // The fee of money that is all nobody's goes with it.
  const isAll = reconciles.every(({ lines }) => lines.length === 0);
  const fee = row?.feeFen ?? 0;
  const number = gaps[0]?.number ?? '';
  return {
    act: 'settle',
    entries: [putAside(gaps, { channel, merchant })],
    suspended: { channel, merchant, amountFen, number, feeFen: isAll ? fee : 0 },
    reconciles,
    feeFen: isAll ? 0 : fee,
  };
}

/** It goes back to who paid, the way it came; where nobody knows who that is, to an account that two people have looked at. */
export function planRefund(situation: Situation, { account }: WishOf<'refund'>): Planned {
  const { found } = situation;
  if (found.class === 'MISSING_IN_LEDGER') {
    const plan = heard(situation, { forNobody: true });
    if (!('fault' in plan)) return { ...plan, act: 'approve' };
  }
  const plan = planSuspend(situation);
  if ('fault' in plan || !plan.suspended) return plan;
  const { suspended, ...rest } = plan;
  const refund = backTo(situation, suspended);
  if (!refund) return account ? { ...plan, suspended: { ...suspended, account } } : { fault: 'account-missing' };
  // It stands in suspense where the refund takes it from.
  return { ...rest, act: 'approve', entries: [putAside(gapsOf(situation), refund.refund)], refund };
}

/** What no bill took of a charge that is paid goes back by the path of any such money; undefined where no such charge is known. */
function backTo({ found, order, freshId, at }: Situation, { amountFen, number }: Suspended) {
  const { merchant } = found;
  const charge = order && chargeOfPart(order, { number, merchant });
  if (!order || !charge?.attempt.paid) return undefined;
  const { id: orderId, channel, payer } = order;
  const said = { orderId, channel, payer, merchant, attempt: charge.attempt.number, amountFen };
  const when = { paidAt: charge.attempt.paid.at, createdAt: at };
  return returnSurplus({ id: freshId, ...said, ...when, reason: 'exception' });
}
