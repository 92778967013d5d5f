import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { begin } from '../../domain/order/act.ts';
import { beginBar } from '../../domain/order/actions.ts';
import { hear } from '../../domain/order/hear.ts';
import { liveAttempt, type Order } from '../../domain/order/order.ts';
import { alreadyPaid, orderEnded, payerAtChannelMissing, wayUnknown } from '../../problems/order.ts';
import type { beginBody } from '../../schemas/order.ts';
import { answerOf, chargeOf } from './ask-channel.ts';
import { showOrder } from './show-order.ts';

type Begin = Call<unknown, z.infer<ReturnType<typeof beginBody>>>;

/**
 * The payer goes to the channel. The attempt is written down before the channel is asked: who asks again, after a crash or a lost
 * reply, asks for the same charge and not for another (I14).
 */
export const beginPayment =
  (deps: PaymentsDeps) =>
  async (call: Begin): Promise<HttpResponse> => {
    const { params, body, scope, cause, sent } = call;
    const order = await deps.orders.get(scope, params['id'] ?? '');
    const n = Number(params['n']) - 1;
    const payment = order?.payments[n];
    const channel = order && deps.channels.get(order.channel);
    if (!order || !payment || !channel) return refuse(problems.notFound);
    if (!channel.ways.includes(body.way)) return refuse(wayUnknown);
    if (channel.needsPayer?.includes(body.way) && !body.payerAtChannel) return refuse(payerAtChannelMissing);
    const bar = beginBar(order, payment, cause.at);
    if (bar === 'paid') return refuse(alreadyPaid);
    if (bar === 'over') return refuse(orderEnded);

    const begun = bar === 'under-way' ? order : await writeDown(order, n, { deps, call });
    const attempt = begun.payments[n] && liveAttempt(begun.payments[n]);
    if (!attempt) return refuse(problems.conflict);
    // Where the channel has it, but its answer was lost, it is asked again for what the payer is shown.
    if (attempt.state === 'pending' && attempt.show !== undefined) return shown(begun, cause.at);
    const payer = { payerAtChannel: body.payerAtChannel, payerAddress: sent.from };
    const charge = { ...chargeOf(begun, payment, attempt), ...payer };
    const said = await answerOf(channel.begin(charge));
    const change = hear(begun, attempt.number, { said, at: cause.at });
    if (!change) return shown(begun, cause.at);
    const reply = shown(change.order, cause.at);
    await deps.orders.save(change, { ...cause, reply });
    return reply;
  };

/** Without the mark of the request: its reply is not known yet. */
function writeDown(order: Order, n: number, { deps, call: { body, cause } }: { deps: PaymentsDeps; call: Begin }) {
  const change = begin(order, n, { number: deps.newId().replaceAll('-', ''), way: body.way, begunAt: cause.at });
  const { mark, ...unmarked } = cause;
  return deps.orders.save(change, unmarked);
}

function shown(order: Order, at: Date) {
  return { status: 200, headers: { ETag: `"${order.version}"` }, body: showOrder(order, at) };
}
