import { plain, type Asking } from '../asking.ts';
import { draftFor } from '../hall.ts';

const read: Asking = { state: 'submitted', request: plain };

export const caseAskings: Record<string, Asking> = {
  'POST /intake/applications': { request: (desk) => ({ body: draftFor(desk) }) },
  'GET /intake/applications': { request: () => ({ query: { mine: 'true' } }) },
  'GET /intake/applications/{id}': read,
  'PUT /intake/applications/{id}': {
    state: 'draft',
    request: () => ({ body: { form: { operatorName: '示例小吃店' } }, headers: { 'If-Match': '"1"' } }),
  },
  'POST /intake/applications/{id}/submit': { state: 'draft', request: () => ({ body: {} }) },
  'GET /intake/applications/{id}/timeline': read,
  'GET /intake/applications/{id}/access-records': read,
  'GET /intake/reviews': { request: () => ({ query: { department: 'amr' } }) },
  'GET /intake/tasks': { request: () => ({ query: { department: 'amr' } }) },
};
