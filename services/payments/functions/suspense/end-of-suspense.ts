import type { Write } from '#shared/table';
import type { Cause } from '#shared/cause';
import type { Problem } from '#shared/problem';
import { sumFen } from '#shared/money';
import type { PaymentsDeps } from '../../deps.ts';
import { takeAtOnce } from '../../domain/order/act.ts';
import { attemptIn } from '../../domain/order/act.ts';
import { returnSurplus } from '../../domain/refund/act.ts';
import type { ReleasedLine } from '../../domain/remittance/released.ts';
import { identify, payBills, refund, returnTo, type SuspenseChange } from '../../domain/suspense/act.ts';
import type { Suspense, SuspenseWish } from '../../domain/suspense/suspense.ts';
import { offList } from '../../problems/bill.ts';
import { billNotPayable } from '../../problems/order.ts';
import { otherMerchant, otherPayers, suspenseAmount, wayUnknown } from '../../problems/suspense.ts';
import { orderWrites } from '../../stores/orders.ts';
import { refundWrites } from '../../stores/refunds.ts';
import { releasedWrite } from '../../stores/released.ts';
import { numberOfSlip } from '../number-of-slip.ts';
import { takenOf } from '../order/takable.ts';

type Deps = Pick<PaymentsDeps, 'bills' | 'orders' | 'charges' | 'newId' | 'publisher'>;
/** What an approved wish changes of it, and what is written with that; or why it cannot be. */
export type SuspenseEnd = { change: SuspenseChange | undefined; more: Write[] } | { no: Problem };
type Wished<Action extends SuspenseWish['action']> = Extract<SuspenseWish, { action: Action }>;

/** What a wish would come to now. */
export async function endOfSuspense(
  found: Suspense,
  wish: SuspenseWish,
  { deps, cause }: { deps: Deps; cause: Cause },
): Promise<SuspenseEnd> {
  const outcome = { action: wish.action, by: cause.actor.sub, at: cause.at };
  switch (wish.action) {
    case 'pay-bills':
      return paying(found, wish, { deps, cause });
    case 'identify':
      return identifying(found, wish, { deps, cause });
    case 'refund':
      return refunding(found, { deps, cause });
    case 'return':
      break;
  }
  return { change: returnTo(found, { account: wish.account, outcome }), more: [] };
}

interface Means {
  deps: Deps;
  cause: Cause;
}

/** The order that pays the bills is placed and paid in one act, by what stands in suspense. */
async function paying(found: Suspense, { billIds }: Wished<'pay-bills'>, { deps, cause }: Means): Promise<SuspenseEnd> {
  const held = (await deps.bills.getAll(billIds)).flatMap((one) => one ?? []);
  const [first] = held;
  const bills = held.map(takenOf);
  const lines = bills.flatMap((one) => one.lines);
  if (!first || held.length < billIds.length || held.some(({ hold }) => hold.state !== 'free'))
    return { no: billNotPayable };
  if (held.some(({ bill }) => bill.payer !== first.bill.payer)) return { no: otherPayers };
  if (lines.some(({ merchant }) => merchant !== found.merchant)) return { no: otherMerchant };
  const { id, channel, amountFen, since } = found;
  const said = { id: deps.newId(), payer: first.bill.payer, channel: 'elsewhere', bills, suspense: { id, channel } };
  const by = {
    number: numberOfSlip(['suspense', id]),
    way: 'suspense',
    channelRef: found.ref || id,
    amountFen,
    at: since,
  };
  const order = takeAtOnce({ ...said, createdAt: cause.at, expiresAt: cause.at }, { ...by, isFree: true });
  if (!order || order.surplus) return { no: suspenseAmount };
  const outcome = { action: 'pay-bills', by: cause.actor.sub, at: cause.at, orderId: order.order.id };
  const more = [...orderWrites(order, cause, deps.publisher).writes, release(found, lines)];
  return { change: payBills(found, outcome), more };
}

/** It is owed to the payees of these charges from now on. */
async function identifying(
  found: Suspense,
  { lines: wished }: Wished<'identify'>,
  { deps, cause }: Means,
): Promise<SuspenseEnd> {
  const list = await deps.charges.live();
  const lines = wished.flatMap(({ code, amountFen }) => {
    const charge = list?.charge(code);
    return charge
      ? [
          {
            code,
            amountFen,
            payee: charge.payee,
            destination: charge.destination,
            subject: charge.subject,
            merchant: charge.merchant,
          },
        ]
      : [];
  });
  if (lines.length < wished.length) return { no: offList };
  if (lines.some(({ merchant }) => merchant !== found.merchant)) return { no: otherMerchant };
  if (sumFen(lines) !== found.amountFen) return { no: suspenseAmount };
  const own = lines.map(({ merchant, ...line }) => line);
  const outcome = { action: 'identify', by: cause.actor.sub, at: cause.at };
  return { change: identify(found, own, outcome), more: [release(found, own)] };
}

/** It goes back the way it came. */
async function refunding(found: Suspense, { deps, cause }: Means): Promise<SuspenseEnd> {
  const order = found.charge && (await deps.orders.load(found.charge.orderId));
  const paid = found.charge && order && attemptIn(order, found.charge.attempt)?.attempt.paid;
  if (!found.charge || !order || !paid || order.channel !== found.channel) return { no: wayUnknown };
  const { merchant, amountFen } = found;
  const of = { orderId: order.id, channel: order.channel, payer: order.payer, merchant, attempt: found.charge.attempt };
  const when = { paidAt: paid.at, createdAt: cause.at };
  const back = returnSurplus({ id: deps.newId(), ...of, amountFen, ...when, reason: 'suspense' });
  const outcome = { action: 'refund', by: cause.actor.sub, at: cause.at, refundId: back.refund.id };
  return { change: refund(found, outcome), more: refundWrites(back, cause, deps.publisher) };
}

/** It is reconciled from now on, and may be remitted. */
function release({ id, channel, merchant, origin, feeFen }: Suspense, lines: readonly Line[]): Write {
  const own = lines.map(({ payee, destination, code, subject, amountFen }): ReleasedLine => {
    return { payee, destination, code, subject, inFen: amountFen, outFen: 0 };
  });
  return releasedWrite({ source: id, channel, merchant, day: origin.day, lines: own, feeFen });
}
type Line = Pick<ReleasedLine, 'payee' | 'destination' | 'code' | 'subject'> & { amountFen: number };
