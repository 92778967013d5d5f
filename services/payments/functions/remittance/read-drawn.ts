import { dayOf } from '#shared/calendar';
import { readCursor, type Page } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PageAt } from '#shared/record-page';

interface Store<State, Item> {
  load: (id: string) => Promise<Item | undefined>;
  ofDay: (day: string, at: PageAt) => Promise<Page<Item>>;
  standing: (state: State, at: PageAt) => Promise<Page<Item>>;
}
interface Query<State> {
  date?: string | undefined;
  status?: State | undefined;
  limit: number;
  cursor?: string | undefined;
}
interface Shown<Item> {
  show: (found: Item) => object;
  fits?: (found: Item) => boolean;
}

/** Lists and settlements of a day, or those that stand so. */
export async function listDrawn<State extends string, Item extends { state: State }>(
  { query, cause }: Call<Query<State>>,
  store: Store<State, Item>,
  { show, fits = () => true }: Shown<Item>,
): Promise<HttpResponse> {
  const cursor = readCursor(query.cursor);
  if ('problem' in cursor) return cursor;
  const { date, status, limit } = query;
  const at = { limit, after: cursor.after };
  const page = status && !date ? await store.standing(status, at) : await store.ofDay(date ?? dayOf(cause.at), at);
  const items = page.items.filter((one) => (!status || one.state === status) && fits(one));
  return { status: 200, body: { ...page, items: items.map(show) } };
}

/** One of them, as `reply` has it. */
export async function readDrawn<Item>(
  { params }: Call,
  { load }: Pick<Store<string, Item>, 'load'>,
  reply: (found: Item) => HttpResponse | Promise<HttpResponse>,
): Promise<HttpResponse> {
  const found = await load(params['id'] ?? '');
  return found ? reply(found) : refuse(problems.notFound);
}

/** As JSON, with the version that an act names. */
export const shown =
  <Item extends { version: number }>(show: (found: Item) => object) =>
  (found: Item): HttpResponse => ({ status: 200, headers: { ETag: `"${found.version}"` }, body: show(found) });
