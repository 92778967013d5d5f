import { plain, type Asking } from '../asking.ts';

export const notificationsAskings: Record<string, Asking> = {
  'GET /notifications/inbox': { request: plain },
};
