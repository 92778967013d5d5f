import * as z from 'zod';
import { account } from '../../support/refunds.ts';
import { charges } from '../../support/charges.ts';
import { companyActor } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { departmentBill, paidElsewhere } from '../till.ts';

const body = () => ({ body: {} });

/** A bill of the company. */
const billed = ({ payments }: Hall): Promise<string> => payments.bill(companyActor(2).partyId);

/** An order of the company; below it, its first payment. */
async function ordered(hall: Hall, channel = 'sandbox'): Promise<string> {
  const billIds = [await billed(hall)];
  const wish = { billIds, channel };
  const reply = await hall.ask({ method: 'POST', path: '/payments/orders', body: wish, actor: companyActor(2) });
  return String(reply.body['id']);
}

/** The number of a charge that waits for its payer. */
async function begun(hall: Hall, channel = 'sandbox'): Promise<string> {
  const path = `/payments/orders/${await ordered(hall, channel)}/payments/1/begin`;
  const { body } = await hall.ask({ method: 'POST', path, body: { way: 'page' }, actor: companyActor(2) });
  const { payments } = z.object({ payments: z.array(z.object({ number: z.string() })) }).parse(body);
  return payments[0]?.number ?? '';
}

const refund =
  (to: 'proposed' | 'stuck' | 'paying-out') =>
  ({ payments }: Hall): Promise<string> =>
    payments.refund(to);

const asked =
  (as: 'due' | 'relieved') =>
  ({ payments }: Hall): Promise<string> =>
    payments.department(as);

export const paymentsAskings: Record<string, Asking> = {
  'POST /payments/orders': {
    prepare: billed,
    request: (_desk, _actor, made) => ({ body: { billIds: [made], channel: 'sandbox' } }),
  },
  'GET /payments/orders': { request: plain },
  'GET /payments/orders/{id}': { prepare: (hall) => ordered(hall), request: plain },
  'POST /payments/orders/{id}/payments/{n}/begin': {
    prepare: (hall) => ordered(hall),
    path: 'payments/1/begin',
    request: () => ({ body: { way: 'page' } }),
  },
  'POST /payments/orders/{id}/ask': { prepare: (hall) => ordered(hall), request: body },
  'POST /payments/public/notices/{channel}': {
    prepare: (hall) => begun(hall, 'fake'),
    request: (_desk, _actor, number) => ({ path: '/payments/public/notices/fake', body: number }),
  },
  'POST /payments/public/sandbox/{number}': {
    prepare: (hall) => begun(hall),
    request: (_desk, _actor, number) => ({ path: `/payments/public/sandbox/${number}`, body: {} }),
  },
  'POST /payments/bills': {
    prepare: ({ payments }) => payments.department('listed'),
    request: () => ({ body: departmentBill('R-2') }),
  },
  'GET /payments/department/bills': { request: plain },
  'GET /payments/department/bills/{id}': { prepare: asked('due'), request: plain },
  'POST /payments/bills/{id}/revise': {
    prepare: asked('due'),
    path: 'revise',
    request: seen(1, { lines: departmentBill('').lines, dueAt: departmentBill('').dueAt }),
  },
  'POST /payments/bills/{id}/cancel': { prepare: asked('due'), path: 'cancel', request: seen(1) },
  'POST /payments/bills/{id}/reliefs': {
    prepare: asked('due'),
    path: 'reliefs',
    request: seen(1, { kind: 'waive', basis: '榕政〔2026〕8号' }),
  },
  'POST /payments/bills/{id}/approve-relief': { prepare: asked('relieved'), path: 'approve-relief', request: seen(2) },
  'POST /payments/bills/{id}/reject-relief': { prepare: asked('relieved'), path: 'reject-relief', request: seen(2) },
  'POST /payments/bills/query': {
    prepare: billed,
    request: () => ({ body: { collector: 'water', account: '60010042' } }),
  },
  'GET /payments/bills': { request: plain },
  'GET /payments/bills/{id}': { prepare: billed, request: plain },
  'POST /payments/bills/{id}/refunds': {
    prepare: ({ payments }) => payments.paid(),
    path: 'refunds',
    request: () => ({
      body: { lines: [{ code: 'road-repair', amountFen: 100 }], refundableFen: 30_000, reason: '多缴' },
    }),
  },
  'GET /payments/bills/{id}/refunds': { prepare: billed, request: plain },
  'GET /payments/orders/{id}/refunds': { prepare: (hall) => ordered(hall), request: plain },
  'GET /payments/refunds': { request: () => ({ query: { status: 'proposed' } }) },
  'GET /payments/refunds/{id}': { prepare: refund('proposed'), request: plain },
  'POST /payments/refunds/{id}/approve': { prepare: refund('proposed'), request: seen(1) },
  'POST /payments/refunds/{id}/reject': { prepare: refund('proposed'), request: seen(1, { reason: '不退' }) },
  'POST /payments/refunds/{id}/redirect': { prepare: refund('stuck'), request: seen(3, account) },
  'POST /payments/refunds/{id}/send-back': { prepare: refund('paying-out'), request: seen(5) },
  'POST /payments/refunds/{id}/pay-out': { prepare: refund('paying-out'), request: seen(5, { slip: '88' }) },
  'GET /payments/public/charge-list': { prepare: billed, request: () => ({ path: '/payments/public/charge-list' }) },
  'POST /payments/paid-elsewhere': {
    prepare: ({ payments }) => payments.elsewhere('code'),
    request: (_desk, _actor, code) => ({ body: paidElsewhere(code ?? '') }),
  },
  'GET /payments/paid-elsewhere': { request: plain },
  'POST /payments/paid-elsewhere/{id}/approve': {
    prepare: ({ payments }) => payments.elsewhere('entered'),
    path: 'approve',
    request: seen(1),
  },
  'POST /payments/paid-elsewhere/{id}/reject': {
    prepare: ({ payments }) => payments.elsewhere('entered'),
    path: 'reject',
    request: seen(1),
  },
  'POST /payments/charge-list': { request: () => ({ body: charges }) },
  'GET /payments/charge-list/{id}': { prepare: ({ payments }) => payments.proposed(), request: plain },
  'POST /payments/charge-list/{id}/approve': { prepare: ({ payments }) => payments.proposed(), request: seen(1) },
  'GET /payments/orders/{id}/entries': { prepare: (hall) => ordered(hall), request: plain },
  'GET /payments/reports/trial-balance': { request: plain },
  'GET /payments/reports/account': {
    prepare: refund('proposed'),
    request: () => ({ path: '/payments/reports/account', query: { account: 'clearing/sandbox/treasury' } }),
  },
};
