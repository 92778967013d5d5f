import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { takeAtOnce } from '../../domain/order/act.ts';
import { numberOfSlip } from '../number-of-slip.ts';
import { partsOf, type Taken } from '../../domain/order/order.ts';
import { takeIn } from '../../domain/shift/act.ts';
import { slipKnown } from '../../problems/elsewhere.ts';
import { receivedTooLittle, severalPayers, shiftMoved, slipNeeded } from '../../problems/shift.ts';
import type { takeBody } from '../../schemas/shift.ts';
import { confirmDebts } from '../bill/confirm-debts.ts';
import { takableOf } from '../order/takable.ts';

type Take = Call<unknown, z.infer<ReturnType<typeof takeBody>>>;

/** A payment at the counter: the cashier has the money, so the order is placed and paid, and the shift has it, in one transaction. */
export const takePayment =
  (deps: PaymentsDeps) =>
  async (call: Take): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const shift = await deps.shifts.load(params['id'] ?? '');
    if (shift?.cashier !== scope.actor.sub) return refuse(problems.notFound);
    const found = await billsOf(call, deps);
    if ('problem' in found) return found;
    const { payer, bills } = found;
    const parts = partsOf({ bills }, { bills: bills.map(({ billId }) => billId) });
    const amountFen = parts.reduce((sum, one) => sum + one.amountFen, 0);
    const fault = faultOf(call, amountFen);
    if (fault) return fault;

    const number = numberOf(shift.id, body) ?? deps.newId().replaceAll('-', '');
    if (await deps.orders.byAttempt(number)) return refuse(slipKnown);
    const said = {
      id: deps.newId(),
      payer,
      bills,
      channel: 'counter',
      shift: shift.id,
      createdAt: cause.at,
      expiresAt: cause.at,
    };
    const by = { number, way: body.way, channelRef: body.slip ?? number, amountFen, at: cause.at, isFree: true };
    const order = takeAtOnce(said, by);
    const taken = takeIn(shift, body.way, parts);
    if (!order || !taken) return refuse(shiftMoved);
    const changeFen = (body.receivedFen ?? amountFen) - amountFen;
    const told = { orderId: order.order.id, shiftId: shift.id, amountFen, changeFen, payments: taken.shift.payments };
    const reply = { status: 201, headers: { Location: `/payments/orders/${told.orderId}` }, body: told };
    await deps.shifts.take({ order, shift: taken }, { ...cause, reply });
    return reply;
  };

/** The charge that a slip stands for, which pays once; those of card terminals begin anew, so they are held apart by shift. */
function numberOf(shiftId: string, { way, slip }: Take['body']): string | undefined {
  if (way === 'cash' || slip === undefined) return undefined;
  return numberOfSlip(way === 'pos' ? [way, shiftId, slip] : [way, slip]);
}

/** What is paid, by the one who owes it, whoever stands at the counter for him. */
async function billsOf(call: Take, deps: PaymentsDeps): Promise<{ payer: string; bills: Taken[] } | Refusal> {
  const found = await deps.bills.getAll(call.body.billIds);
  const known = found.flatMap((one) => one ?? []);
  const [payer, ...others] = new Set(known.map(({ bill }) => bill.payer));
  if (payer === undefined || known.length < found.length) return refuse(problems.notFound);
  if (others.length > 0) return refuse(severalPayers);
  const takable = takableOf(known, call.language);
  if ('problem' in takable) return takable;
  return (await confirmDebts(known, call, deps)) ?? { payer, bills: takable };
}

function faultOf({ body }: Take, amountFen: number): Refusal | undefined {
  if (body.way !== 'cash') return body.slip ? undefined : refuse(slipNeeded);
  return body.receivedFen !== undefined && body.receivedFen < amountFen ? refuse(receivedTooLittle) : undefined;
}
