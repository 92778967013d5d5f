import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const body = () => ({ body: {} });
const receipt =
  (to: 'issued' | 'verified' | 'entered') =>
  ({ payments }: Hall): Promise<string> =>
    payments.receipt(to);
const segment =
  (to: 'proposed' | 'open') =>
  ({ payments }: Hall): Promise<string> =>
    payments.segment(to);

export const receiptAskings: Record<string, Asking> = {
  'GET /payments/receipts': { request: plain },
  'GET /payments/receipts/{id}': { prepare: receipt('issued'), request: plain },
  'GET /payments/receipts/{id}/file': { prepare: receipt('issued'), path: 'file', request: plain },
  'POST /payments/receipts/{id}/enter': {
    prepare: receipt('verified'),
    path: 'enter',
    request: () => ({ body: { voucher: '记-12' } }),
  },
  'POST /payments/receipts/{id}/undo-entry': { prepare: receipt('entered'), path: 'undo-entry', request: body },
  'GET /payments/public/receipts/verify': {
    prepare: async ({ payments }) => JSON.stringify(await payments.printed()),
    request: (_desk, _actor, made = '') => ({
      path: '/payments/public/receipts/verify',
      query: JSON.parse(made),
    }),
  },
  'GET /payments/public/receipts/page': { request: () => ({ path: '/payments/public/receipts/page' }) },
  'GET /payments/reports/receipts': { request: () => ({ query: { payee: 'urban', day: '2026-08-03' } }) },
  'GET /payments/receipt-segments': { request: plain },
  'POST /payments/receipt-segments': { request: () => ({ body: { code: '35010126', from: 1, to: 10 } }) },
  'POST /payments/receipt-segments/{id}/approve': { prepare: segment('proposed'), path: 'approve', request: seen(1) },
  'POST /payments/receipt-segments/{id}/reject': { prepare: segment('proposed'), path: 'reject', request: seen(1) },
  'POST /payments/receipt-segments/{id}/close': { prepare: segment('open'), path: 'close', request: seen(2) },
};
