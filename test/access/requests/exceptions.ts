import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { ownAccount as account } from '../../support/exceptions.ts';

const exception =
  (at: 'open' | 'proposed') =>
  ({ payments }: Hall): Promise<string> =>
    payments.exception(at);
const suspense =
  (at: 'held' | 'under-review' | 'paying-out') =>
  ({ payments }: Hall): Promise<string> =>
    payments.suspense(at);

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
  'GET /payments/suspense': { request: plain },
  'GET /payments/suspense/{id}': { prepare: suspense('held'), request: plain },
  'POST /payments/suspense/{id}/propose': {
    prepare: suspense('held'),
    path: 'propose',
    request: seen(1, { action: 'return', reason: '误缴', account }),
  },
  'POST /payments/suspense/{id}/approve': { prepare: suspense('under-review'), path: 'approve', request: seen(2, {}) },
  'POST /payments/suspense/{id}/reject': {
    prepare: suspense('under-review'),
    path: 'reject',
    request: seen(2, { reason: '依据不足' }),
  },
  'POST /payments/suspense/{id}/send-back': {
    prepare: suspense('paying-out'),
    path: 'send-back',
    request: seen(3, { reason: '户名不符' }),
  },
  'POST /payments/suspense/{id}/pay-out': {
    prepare: suspense('paying-out'),
    path: 'pay-out',
    request: seen(3, { slip: '88' }),
  },
};
