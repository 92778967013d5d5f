import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const list =
  (to: 'drawn' | 'sent') =>
  ({ payments }: Hall): Promise<string> =>
    payments.remittance(to);

export const remittanceAskings: Record<string, Asking> = {
  'POST /payments/remittances': { request: () => ({ body: {} }) },
  'GET /payments/remittances': { request: plain },
  'GET /payments/remittances/{id}': { prepare: list('drawn'), request: plain },
  'GET /payments/remittances/{id}/csv': { prepare: list('drawn'), path: 'csv', request: plain },
  'POST /payments/remittances/{id}/send': { prepare: list('drawn'), path: 'send', request: () => ({ body: {} }) },
  'POST /payments/remittances/{id}/confirm': {
    prepare: list('sent'),
    path: 'confirm',
    request: seen(2, { receipt: 'GK-20260803-7' }),
  },
};
