import type { Request } from '../support/gateway-event.ts';
import { catalogue, draftFor, type Desk, type State } from './hall.ts';

/** How a route is asked so that only the caller decides whether it is done. */
export interface Asking {
  /** The state of the case that the path names; absent where it names none. */
  state?: State;
  request: (desk: Desk) => Omit<Request, 'path' | 'actor'> & { path?: string };
}

const plain: Asking['request'] = () => ({});
const read: Asking = { state: 'submitted', request: plain };

/** One asking for each route; a new route is added here and in `matrix.md`. */
export const askings: Record<string, Asking> = {
  'GET /intake/public/items': { request: plain },
  'GET /intake/public/items/{key}': { request: () => ({ path: '/intake/public/items/food-business-licence' }) },
  'POST /intake/catalogue': { request: () => ({ body: catalogue }) },
  'POST /intake/applications': { request: (desk) => ({ body: draftFor(desk) }) },
  'GET /intake/applications': { request: () => ({ query: { mine: 'true' } }) },
  'GET /intake/applications/{id}': read,
  'PUT /intake/applications/{id}': {
    state: 'draft',
    request: () => ({ body: { form: { operatorName: '示例小吃店' } }, headers: { 'If-Match': '"1"' } }),
  },
  'POST /intake/applications/{id}/submit': { state: 'draft', request: () => ({ body: {} }) },
  'POST /intake/applications/{id}/accept': { state: 'submitted', request: () => ({ body: {} }) },
  'POST /intake/applications/{id}/decide': {
    state: 'accepted',
    request: () => ({ body: { outcome: 'granted', opinion: '同意' }, headers: { 'If-Match': '"3"' } }),
  },
  'POST /intake/applications/{id}/withdraw': { state: 'submitted', request: () => ({ body: { reason: '不再需要' } }) },
  'GET /intake/applications/{id}/timeline': read,
  'GET /intake/applications/{id}/access-records': read,
  'GET /intake/tasks': { request: () => ({ query: { department: 'amr' } }) },
  'GET /notifications/inbox': { request: plain },
};
