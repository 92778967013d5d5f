import { waterAccount } from '../../support/remitting.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const prepare = ({ payments }: Hall): Promise<string> => payments.settlement('drawn');
const account = ({ payments }: Hall): Promise<string> => payments.settlement('account');

export const settlementAskings: Record<string, Asking> = {
  'POST /payments/settlements': { request: () => ({ body: {} }) },
  'GET /payments/settlements': { request: plain },
  'GET /payments/settlements/{id}': { prepare, request: plain },
  'GET /payments/settlements/{id}/csv': {
    prepare: ({ payments }) => payments.settlement('approved'),
    path: 'csv',
    request: plain,
  },
  'POST /payments/settlements/{id}/approve': { prepare, path: 'approve', request: seen(1) },
  'POST /payments/settlements/{id}/reject': { prepare, path: 'reject', request: seen(1, { reason: '手续费有误' }) },
  'POST /payments/payout-accounts': {
    prepare: ({ payments }) => payments.department('listed'),
    request: () => ({ body: waterAccount }),
  },
  'GET /payments/payout-accounts': { request: plain },
  'POST /payments/payout-accounts/{id}/approve': {
    prepare: account,
    path: 'approve',
    request: seen(1, { number: waterAccount.number }),
  },
  'POST /payments/payout-accounts/{id}/reject': {
    prepare: account,
    path: 'reject',
    request: seen(1, { reason: '账号有误' }),
  },
};
