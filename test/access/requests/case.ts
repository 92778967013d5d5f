import { plain, type Asking } from '../asking.ts';
import { publishEdition } from '../edition.ts';
import { draftFor, type Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const read: Asking = { state: 'submitted', request: plain };

/** A draft whose item was withdrawn since, with another in its place; gives its id. */
async function overtaken(hall: Hall, desk: Desk): Promise<string> {
  const id = await hall.caseIn('draft', desk);
  await publishEdition(hall, {
    withdraw: [{ key: 'food-business-licence', successor: 'reviewed-item', reason: '合并' }],
  });
  return id;
}

export const caseAskings: Record<string, Asking> = {
  'POST /intake/applications': { request: (desk) => ({ body: draftFor(desk) }) },
  'GET /intake/applications': { request: () => ({ query: { mine: 'true' } }) },
  'GET /intake/applications/{id}': read,
  'PUT /intake/applications/{id}': {
    state: 'draft',
    request: () => ({ body: { form: { operatorName: '示例小吃店' } }, headers: { 'If-Match': '"1"' } }),
  },
  'POST /intake/applications/{id}/submit': { state: 'draft', request: () => ({ body: {} }) },
  'POST /intake/applications/{id}/move-to-successor': { prepare: overtaken, request: () => ({ body: {} }) },
  'GET /intake/applications/{id}/timeline': read,
  'GET /intake/applications/{id}/access-records': read,
  'GET /intake/reviews': { request: () => ({ query: { department: 'amr' } }) },
  'GET /intake/tasks': { request: () => ({ query: { department: 'amr' } }) },
};
