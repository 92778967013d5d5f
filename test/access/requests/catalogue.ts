import { staffActor } from '../../support/actors.ts';
import { plain, type Asking } from '../asking.ts';
import { catalogue } from '../catalogue.ts';
import type { Hall } from '../hall.ts';

const editor = staffActor('catalogue-editor', {}, 'another editor');

/** An edition that another person has prepared, as a draft or in review; gives its id. */
const prepared = async ({ ask }: Hall): Promise<string> => {
  const made = await ask({ method: 'POST', path: '/intake/catalogue', body: catalogue, actor: editor });
  return String(made.body['id']);
};
/** An edition of which another person has sent the first of two parts; gives its id. */
const begun = async ({ ask }: Hall): Promise<string> => {
  const body = { departments: catalogue.departments, parts: 2 };
  const made = await ask({ method: 'POST', path: '/intake/catalogue', body, actor: editor });
  return String(made.body['id']);
};
const inReview = async (hall: Hall): Promise<string> => {
  const id = await prepared(hall);
  await hall.ask({ method: 'POST', path: `/intake/catalogue/editions/${id}/submit`, body: {}, actor: editor });
  return id;
};
const better = { level: 6, basis: '市政府关于扩大县（区）管理权限的决定', burden: '增配两名人员' };
const opinion = { opinion: '依据充分，人员到位' };

/** An adjustment that another person has proposed, perhaps already approved; gives its id. */
const adjusted = async ({ ask }: Hall, body: object): Promise<string> => {
  const path = '/intake/items/reviewed-item/adjustments';
  const made = await ask({ method: 'POST', path, body, actor: editor });
  return String(made.body['id']);
};
const proposed = (hall: Hall): Promise<string> => adjusted(hall, better);
const approved = async (hall: Hall, body: object): Promise<string> => {
  const id = await adjusted(hall, body);
  const actor = staffActor('catalogue-publisher', {}, 'another publisher');
  await hall.ask({ method: 'POST', path: `/intake/adjustments/${id}/approve`, body: opinion, actor });
  return id;
};
/** One that may end, as a later one gives more. */
const surpassed = async (hall: Hall): Promise<string> => {
  const id = await approved(hall, better);
  await approved(hall, { ...better, level: 7 });
  return id;
};
const reason = { reason: '请补充依据' };

export const catalogueAskings: Record<string, Asking> = {
  'GET /intake/public/items': { request: plain },
  'GET /intake/public/items/{key}': { request: () => ({ path: '/intake/public/items/food-business-licence' }) },
  'GET /intake/public/items/{key}/requirements': {
    request: () => ({ path: '/intake/public/items/food-business-licence/requirements' }),
  },
  'GET /intake/public/themes': { request: plain },
  'POST /intake/catalogue': { request: () => ({ body: catalogue }) },
  'GET /intake/catalogue': { request: plain },
  'GET /intake/catalogue/faults': { request: plain },
  'GET /intake/catalogue/editions': { request: plain },
  'GET /intake/catalogue/editions/{id}': { prepare: prepared, request: plain },
  'PUT /intake/catalogue/editions/{id}': {
    prepare: prepared,
    request: () => ({ body: catalogue, headers: { 'If-Match': '"1"' } }),
  },
  'PUT /intake/catalogue/editions/{id}/parts/{part}': {
    prepare: begun,
    path: 'parts/2',
    request: () => ({ body: { items: catalogue.items }, headers: { 'If-Match': '"1"' } }),
  },
  'POST /intake/catalogue/editions/{id}/submit': { prepare: prepared, request: () => ({ body: {} }) },
  'POST /intake/catalogue/editions/{id}/send-back': { prepare: inReview, request: () => ({ body: reason }) },
  'POST /intake/catalogue/editions/{id}/publish': { prepare: inReview, request: () => ({ body: {} }) },
  'POST /intake/catalogue/editions/{id}/discard': { prepare: inReview, request: () => ({ body: reason }) },
  'POST /intake/items/{key}/adjustments': {
    request: () => ({ path: '/intake/items/reviewed-item/adjustments', body: better }),
  },
  'GET /intake/adjustments': { request: plain },
  'GET /intake/adjustments/{id}': { prepare: proposed, request: plain },
  'POST /intake/adjustments/{id}/approve': { prepare: proposed, request: () => ({ body: opinion }) },
  'POST /intake/adjustments/{id}/reject': { prepare: proposed, request: () => ({ body: opinion }) },
  'POST /intake/adjustments/{id}/end': { prepare: surpassed, request: () => ({ body: opinion }) },
};
