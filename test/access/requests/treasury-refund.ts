import { account } from '../../support/refunds.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const refund =
  (to: 'verifying' | 'treasury-due') =>
  ({ payments }: Hall): Promise<string> =>
    payments.treasuryRefund(to);

export const treasuryRefundAskings: Record<string, Asking> = {
  'GET /payments/department/refunds': { request: plain },
  'POST /payments/refunds/{id}/verify': {
    prepare: refund('verifying'),
    path: 'verify',
    request: seen(1, account),
  },
  'POST /payments/refunds/{id}/refuse': {
    prepare: refund('verifying'),
    path: 'refuse',
    request: seen(1, { reason: '不退' }),
  },
  'POST /payments/refunds/{id}/pay-back': {
    prepare: refund('treasury-due'),
    path: 'pay-back',
    request: seen(3, { order: 'T-1' }),
  },
  'POST /payments/refunds/{id}/return': {
    prepare: refund('treasury-due'),
    path: 'return',
    request: seen(3),
  },
};
