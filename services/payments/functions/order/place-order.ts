import type * as z from 'zod';
import type { Fault } from '#shared/problem';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { mostLines } from '../../domain/bill/bill.ts';
import type { Held } from '../../domain/bill/act.ts';
import { place } from '../../domain/order/act.ts';
import type { Taken } from '../../domain/order/order.ts';
import { paymentsOf } from '../../domain/order/payments-of.ts';
import {
  billNotPayable,
  channelCannotCombine,
  channelNotReady,
  channelUnknown,
  tooManyLines,
} from '../../problems/order.ts';
import type { placeOrderBody } from '../../schemas/order.ts';
import { showOrder } from './show-order.ts';

/** How long the payer has. WeChat and Alipay let a charge be open for up to two hours; a held bill should not wait so long. */
const minutes = 30;

/** One click: the bills of whatever payees are held together, and the reply says how many payments that takes. */
export const placeOrder =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof placeOrderBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const channel = deps.channels.get(body.channel);
    if (!channel) return refuse(channelUnknown);
    const found = await deps.bills.getAll(body.billIds);
    const bills = takable(found, call);
    if ('problem' in bills) return bills;
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

/** The bills as they are taken; refused whole where one is not his, or cannot be paid now. */
function takable(found: readonly (Held | undefined)[], { scope, language }: Call): Taken[] | Refusal {
  const own = found.filter((one) => one !== undefined && scope.parties.includes(one.bill.payer));
  if (own.length < found.length) return refuse(problems.notFound);
  const shut = found.flatMap((one, n): Fault[] => {
    const { code, ...words } = billNotPayable;
    return one?.hold.state === 'free' ? [] : [{ pointer: `/billIds/${n}`, code, message: words[language] }];
  });
  if (shut.length > 0) return refuse(billNotPayable, shut);
  const bills = found.flatMap((one) => (one ? [takenOf(one)] : []));
  return bills.flatMap(({ lines }) => lines).length > mostLines ? refuse(tooManyLines) : bills;
}

function takenOf({ bill: { id: billId, revision, lines } }: Held): Taken {
  const kept = lines.map(({ code, payee, destination, merchant, amountFen }) => ({
    code,
    payee,
    destination,
    merchant,
    amountFen,
  }));
  return { billId, revision, lines: kept };
}
