import { plain, type Asking } from '../asking.ts';

const body = () => ({ body: {} });

export const inboxAskings: Record<string, Asking> = {
  'GET /notifications/inbox': { request: plain },
  'GET /notifications/inbox/unread-count': { request: plain },
  'POST /notifications/inbox/{id}/read': { prepare: (hall) => hall.toldAll(), request: body },
  'POST /notifications/inbox/read-all': { request: body },
};
