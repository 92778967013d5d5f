import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const exception =
  (at: 'open' | 'proposed') =>
  ({ payments }: Hall): Promise<string> =>
    payments.exception(at);
const seen = (version: number, body: object) => () => ({ body, headers: { 'If-Match': `"${version}"` } });

export const exceptionAskings: Record<string, Asking> = {
  'GET /payments/exceptions': { request: plain },
  'GET /payments/exceptions/{id}': { prepare: exception('open'), request: plain },
  'POST /payments/exceptions/{id}/propose': {
    prepare: exception('open'),
    path: 'propose',
    request: seen(1, { action: 'suspend', reason: '待查' }),
  },
  'POST /payments/exceptions/{id}/approve': { prepare: exception('proposed'), path: 'approve', request: seen(2, {}) },
  'POST /payments/exceptions/{id}/reject': {
    prepare: exception('proposed'),
    path: 'reject',
    request: seen(2, { reason: '依据不足' }),
  },
};
