import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { Held } from '../../domain/bill/act.ts';
import { place } from '../../domain/order/act.ts';
import type { Taken } from '../../domain/order/order.ts';
import { paymentsOf } from '../../domain/order/payments-of.ts';
import { channelCannotCombine, channelNotReady, channelUnknown } from '../../problems/order.ts';
import type { placeOrderBody } from '../../schemas/order.ts';
import { confirmDebts } from '../bill/confirm-debts.ts';
import { showOrder } from './show-order.ts';
import { takableOf } from './takable.ts';

/** How long the payer has. WeChat and Alipay let a charge be open for up to two hours; a held bill should not wait so long. */
const minutes = 30;

/** One click: the bills of whatever payees are held together, and the reply says how many payments that takes. */
export const placeOrder =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof placeOrderBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const channel = deps.channels.get(body.channel);
    // At the counter it is the cashier who places the order.
    if (!channel || channel.ways.length === 0) return refuse(channelUnknown);
    const found = await deps.bills.getAll(body.billIds);
    const bills = takable(found, call);
    if ('problem' in bills) return bills;
    const stale = await confirmDebts(found, call, deps);
    if (stale) return stale;
    const merchants = bills.flatMap(({ lines }) => lines.map(({ merchant }) => merchant));
    if (channel.takes && !(await channel.takes([...new Set(merchants)]))) return refuse(channelNotReady);
    const split = paymentsOf(bills, channel.mostParts);
    if ('fault' in split) return refuse(channelCannotCombine);

    const payments = split.payments.map((one) => ({ ...one, attempts: [] }));
    const times = { createdAt: cause.at, expiresAt: new Date(cause.at.getTime() + minutes * 60_000) };
    const said = { id: deps.newId(), payer: scope.actor.partyId, channel: channel.key, bills, payments, ...times };
    const change = place(said);
    const shown = showOrder(change.order, cause.at);
    const { id, status, version, actions } = shown;
    const headers = { Location: `/payments/orders/${id}`, ETag: `"${version}"` };
    const reply = {
      status: 201,
      headers,
      body: { id, status, version, payments: payments.length, amountFen: shown.amountFen, actions },
    };
    await deps.orders.save(change, { ...cause, reply });
    return reply;
  };

/** The bills as they are taken; one of them that is not his is not there. */
function takable(found: readonly (Held | undefined)[], { scope, language }: Call): Taken[] | Refusal {
  const own = found.flatMap((one) => (one && scope.parties.includes(one.bill.payer) ? [one] : []));
  return own.length < found.length ? refuse(problems.notFound) : takableOf(own, language);
}
