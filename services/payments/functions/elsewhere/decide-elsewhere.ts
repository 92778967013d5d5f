import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { Held } from '../../domain/bill/act.ts';
import { decideElsewhere, type Elsewhere } from '../../domain/elsewhere/elsewhere.ts';
import type { ElsewhereAct } from '../../domain/elsewhere/graph.ts';
import { takeAtOnce, type OrderChange } from '../../domain/order/act.ts';
import { isProposer } from '../../domain/person.ts';
import { elsewhereMoved, ownElsewhere, slipKnown } from '../../problems/elsewhere.ts';
import { takenOf } from '../order/takable.ts';
import { numberOf } from './enter-elsewhere.ts';
import { showElsewhere } from './show-elsewhere.ts';

export const approveElsewhere = (deps: PaymentsDeps) => (call: Call) => decide(call, 'book', deps);
export const rejectElsewhere = (deps: PaymentsDeps) => (call: Call) => decide(call, 'reject', deps);

/** Another person has looked at the slip: the bill is paid by it, or, where it cannot be, the money goes back. */
async function decide(call: Call, act: ElsewhereAct, deps: PaymentsDeps): Promise<HttpResponse> {
  const { params, ifMatch, scope, cause } = call;
  const found = await deps.elsewhere.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  if (isProposer(found, scope.actor)) return refuse(ownElsewhere);
  if (act === 'book' && found.state === 'proposed' && (await deps.orders.byAttempt(numberOf(found))))
    return refuse(slipKnown);
  const order = act === 'book' ? await orderOf(found, cause.at, deps) : undefined;
  const outcome = order && { orderId: order.order.id, pays: order.surplus === undefined };
  const change = decideElsewhere(found, act, { decidedBy: scope.actor.sub, ...outcome });
  if (!change) return refuse(elsewhereMoved);
  const { entered } = change;
  const reply = { status: 200, headers: { ETag: `"${entered.version}"` }, body: showElsewhere(entered) };
  await deps.elsewhere.save(change, { ...cause, reply }, order);
  return reply;
}

/** The order that takes the money in, whole and at once. */
async function orderOf(found: Elsewhere, now: Date, { bills, newId }: PaymentsDeps): Promise<OrderChange | undefined> {
  const held = await bills.load(found.billId);
  if (!held) throw new Error(`bill ${found.billId} is not there`);
  const said = { id: newId(), payer: held.bill.payer, channel: 'elsewhere', bills: [takenOf(held)] };
  const by = {
    number: numberOf(found),
    way: 'bank',
    channelRef: found.slip,
    amountFen: found.amountFen,
    at: found.paidAt,
  };
  return takeAtOnce({ ...said, createdAt: now, expiresAt: now }, { ...by, isFree: isFree(held) });
}

const isFree = ({ hold }: Held): boolean => hold.state === 'free';
