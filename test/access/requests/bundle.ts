import { staffActor } from '../../support/actors.ts';
import { deskEntry, plain, type Asking } from '../asking.ts';
import { publishEdition } from '../edition.ts';
import { companyActor, draftFor, type Desk } from '../applicants.ts';
import type { Hall } from '../hall.ts';

const bundleFor = (desk: Desk) => {
  const { itemKey, form, ...rest } = draftFor(desk);
  return { ...rest, bundleKey: 'two-items' };
};

/** A draft of the company's, entered at that desk. */
const drafted = async ({ ask }: Hall, desk: Desk): Promise<string> => {
  const actor = desk === 'online' ? companyActor(2) : staffActor(desk === 'agency' ? 'officer' : desk);
  const body = bundleFor(desk);
  const { status, body: made } = await ask({ method: 'POST', path: '/intake/bundles', body, actor });
  if (status !== 201) throw new Error(JSON.stringify(made));
  return String(made['id']);
};

/** A draft whose definition was published anew since. */
async function overtaken(hall: Hall, desk: Desk): Promise<string> {
  const id = await drafted(hall, desk);
  const parts = ['food-business-licence', 'reviewed-item'].map((item) => ({ item, needs: [] }));
  const bundles = [{ key: 'two-items', name: '两项一次办', nameEn: 'Two items at once', parts }];
  await publishEdition(hall, { departments: [], items: [], bundles });
  return id;
}

const whole = { shared: {}, items: {} };
const form = { shared: {}, items: { 'reviewed-item': { operatorName: '示例小吃店' } } };

const withdrawal: Asking['request'] = (_, actor) => ({ body: { reason: '不办了', ...deskEntry(actor) } });

/** A bundle that was handed in, whose cases are not made yet. */
async function handedIn(hall: Hall, desk: Desk): Promise<string> {
  const id = await drafted(hall, desk);
  const path = `/intake/bundles/${id}`;
  const actor = companyActor(2);
  await hall.ask({ method: 'PUT', path, body: { form: whole }, headers: { 'If-Match': '"1"' }, actor });
  const { status, body } = await hall.ask({ method: 'POST', path: `${path}/submit`, body: {}, actor });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return id;
}

export const bundleAskings: Record<string, Asking> = {
  'GET /intake/public/bundles': { request: plain },
  'GET /intake/public/bundles/{key}': { request: () => ({ path: '/intake/public/bundles/two-items' }) },
  'POST /intake/bundles': { request: (desk) => ({ body: bundleFor(desk) }) },
  'GET /intake/bundles': { request: () => ({ query: { mine: 'true' } }) },
  'GET /intake/bundles/{id}': { prepare: drafted, request: plain },
  'GET /intake/bundles/{id}/guide': { prepare: drafted, request: plain },
  'PUT /intake/bundles/{id}': {
    prepare: drafted,
    request: () => ({ body: { form }, headers: { 'If-Match': '"1"' } }),
  },
  'POST /intake/bundles/{id}/submit': { prepare: drafted, request: () => ({ body: {} }) },
  'POST /intake/bundles/{id}/move-to-successor': { prepare: overtaken, request: () => ({ body: {} }) },
  'POST /intake/bundles/{id}/withdraw': { prepare: drafted, request: withdrawal },
  'POST /intake/bundles/{id}/parts/{item}/withdraw': {
    prepare: handedIn,
    names: { item: 'reviewed-item' },
    request: withdrawal,
  },
  'GET /intake/bundles/{id}/timeline': { prepare: drafted, request: plain },
};
