import type * as z from 'zod';
import { cursorOf, readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { fittingItems } from '../../domain/catalogue/filter.ts';
import type { PublishedLine } from '../../domain/catalogue/line.ts';
import type { Offer } from '../../domain/catalogue/offer.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as catalogueProblems from '../../problems/catalogue.ts';
import type { itemQuery } from '../../schemas/catalogue.ts';

// A guide is the same for everybody and changes rarely: browsers and proxies may keep it as long as the snapshot is.
const shared = { 'Cache-Control': 'public, max-age=30' };

export const listItems =
  ({ catalogue }: IntakeDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof itemQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const offered = await catalogue.current();
    const found = offered ? await itemsFor(query, offered) : [];
    const start = found.findIndex(({ key }) => key === cursor.after?.[1]) + 1;
    // An item that is offered no more: to begin again would send a reader in circles.
    if (cursor.after && start === 0) return refuse(problems.invalidCursor);
    const page = found.slice(start, start + query.limit);
    const last = page.at(-1);
    const more = last !== undefined && start + query.limit < found.length;
    const items = page.map(({ shared: _, content, bytes, ...line }) => line);
    return { status: 200, headers: shared, body: { items, nextCursor: more ? cursorOf([last.key, last.key]) : null } };
  };

/** What searches is loaded with the first search. */
async function itemsFor(query: z.infer<ReturnType<typeof itemQuery>>, offered: Offer): Promise<PublishedLine[]> {
  if (!query.q) return fittingItems(offered, query);
  const { findItems } = await import('../../domain/catalogue/search.ts');
  return findItems(offered, query);
}

export const showItem =
  ({ catalogue }: IntakeDeps) =>
  async ({ params: { key } }: Call): Promise<HttpResponse> => {
    const offered = key === undefined ? undefined : await catalogue.item(key);
    if (!offered) return refuse(catalogueProblems.itemUnknown);
    const { item } = offered;
    return { status: 200, headers: { ...shared, ETag: `"${item.version}"` }, body: item };
  };
