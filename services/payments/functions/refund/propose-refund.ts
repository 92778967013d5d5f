import type * as z from 'zod';
import type { Fault } from '#shared/problem';
import { problems } from '#shared/problem';
import { sumFen } from '#shared/money';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { amountOfBill } from '../../domain/bill/bill.ts';
import { proposer } from '../../domain/person.ts';
import { propose } from '../../domain/refund/act.ts';
import { sharesOf, type NoRefund } from '../../domain/refund/of-bill.ts';
import { billNotPaid, refundableDiffers, refundOver, tooManyRefunds } from '../../problems/refund.ts';
import type { proposeRefundBody } from '../../schemas/refund.ts';
import { isRemitted } from './is-remitted.ts';
import { showForFinance } from './show-refund.ts';
import { unitOf } from './unit-of.ts';

type Propose = Call<unknown, z.infer<ReturnType<typeof proposeRefundBody>>>;

/** Finance proposes that lines of a bill go back; another person approves it. Who believes in another amount is refused. */
export const proposeRefund =
  (deps: PaymentsDeps) =>
  async (call: Propose): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const found = await refundsFor(params['id'] ?? '', body.lines, deps);
    if (!found) return refuse(problems.notFound);
    const { bill, back, made } = found;
    if ('fault' in made) return refused(made, call);
    if (
      amountOfBill(bill) - sumFen(Object.values(back.fen).map((amountFen) => ({ amountFen }))) !==
      body.refundableFen
    ) {
      return refuse(refundableDiffers);
    }
    const said = { reason: body.reason, ...proposer(scope.actor), createdAt: cause.at };
    const changes = (await found.proposals(made.shares)).map((one) =>
      propose({ ...one, ...said, ...waiting(one, cause.at) }),
    );
    const reply = { status: 201, body: { items: changes.map(({ refund }) => showForFinance(refund)) } };
    await deps.refunds.save(
      changes,
      { ...cause, reply },
      { back: { billId: bill.id, before: back, after: made.after } },
    );
    return reply;
  };

type RefundDeps = Pick<
  PaymentsDeps,
  'bills' | 'orders' | 'refunds' | 'newId' | 'charges' | 'remittances' | 'exceptions'
>;

/** Of what has been remitted the unit's time begins at once. */
export const waiting = ({ unit }: { unit?: object }, at: Date) => (unit ? { waitsSince: at } : {});

/** What can go back of a bill of these wishes, and what the refunds are made of; undefined where there is no such bill. */
export async function refundsFor(
  billId: string,
  wishes: readonly { code: string; amountFen: number }[],
  deps: RefundDeps,
) {
  const { bills, orders, refunds, newId } = deps;
  const found = await bills.load(billId);
  if (!found) return undefined;
  const { bill } = found;
  const [order, back] = await Promise.all([bill.paid && orders.load(bill.paid.orderId), refunds.backOf(billId)]);
  const made = sharesOf(bill, { order, back, wishes });
  type Shares = Extract<typeof made, { shares: unknown }>['shares'];
  const proposals = async (shares: Shares) => {
    const list = await deps.charges.live();
    return Promise.all(
      shares.map(async ({ lines, ...share }) => {
        const gone = order && (await isRemitted(order, share, deps));
        return {
          id: newId(),
          of: { kind: 'lines' as const, billId, lines },
          orderId: order?.id ?? '',
          channel: order?.channel ?? '',
          payer: order?.payer ?? '',
          ...share,
          ...(gone && { unit: unitOf(bill, lines[0]?.code ?? '', list) }),
        };
      }),
    );
  };
  return { bill, back, made, proposals };
}

function refused(no: NoRefund, { language }: Propose) {
  if (no.fault !== 'over') return refuse(no.fault === 'not-paid' ? billNotPaid : tooManyRefunds);
  const { code, ...words } = refundOver;
  const fault: Fault = { pointer: `/lines/${no.at}/amountFen`, code, message: words[language] };
  return refuse(refundOver, [fault]);
}
