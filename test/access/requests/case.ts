import { staffActor } from '../../support/actors.ts';
import { plain, type Asking } from '../asking.ts';
import { draftFor, type Desk, type Hall } from '../hall.ts';

const read: Asking = { state: 'submitted', request: plain };

/** A draft whose item was withdrawn since, with another in its place; gives its id. */
async function overtaken(hall: Hall, desk: Desk): Promise<string> {
  const id = await hall.caseIn('draft', desk);
  const withdraw = [{ key: 'food-business-licence', successor: 'reviewed-item', reason: '合并' }];
  const post = async (path: string, role: 'catalogue-editor' | 'catalogue-publisher', body: object) => {
    const actor = staffActor(role, {}, `ending ${role}`);
    return hall.ask({ method: 'POST', path: `/intake/catalogue${path}`, body, actor });
  };
  const edition = `/editions/${String((await post('', 'catalogue-editor', { withdraw })).body['id'])}`;
  await post(`${edition}/submit`, 'catalogue-editor', {});
  await post(`${edition}/publish`, 'catalogue-publisher', {});
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
