import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { receiptKey } from '../notices.ts';

const told = ({ notice }: Hall): Promise<string> => notice();

export const notificationsAskings: Record<string, Asking> = {
  'POST /notifications/public/receipts/{provider}': {
    names: { provider: 'aliyun' },
    request: () => ({ query: { key: receiptKey }, body: [] }),
  },
  'GET /notifications/tasks': { request: plain },
  'POST /notifications/tasks/{id}/done': {
    prepare: told,
    path: 'done',
    request: () => ({ body: { how: 'telephone' } }),
  },
  'POST /notifications/tasks/{id}/failed': {
    prepare: told,
    path: 'failed',
    request: () => ({ body: { why: 'nobody-there' } }),
  },
  'GET /notifications/providers': { request: plain },
  'GET /notifications/figures': { request: plain },
  'GET /notifications/{id}/proof': { prepare: told, path: 'proof', request: plain },
};
