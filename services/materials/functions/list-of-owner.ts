import { readCursor, type Page, type Position } from '#shared/page';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { notYours } from '../problems/material.ts';
import { ownerOf } from './material/own-material.ts';
import { idsOfOwner, onePage } from './owners.ts';

interface Query {
  limit: number;
  cursor?: string | undefined;
  partyId?: string | undefined;
}

interface OwnersList<Item> {
  list: (partyId: string, page: { limit: number; after: Position | undefined }) => Promise<Page<Item>>;
  positionOf: (item: Item) => Position;
  viewOf: (item: Item) => object;
}

/** A page of what an owner has by any of his ids, the newest first. */
export async function listOfOwner<Item>(
  { query, scope }: Pick<Call<Query>, 'query' | 'scope'>,
  { list, positionOf, viewOf }: OwnersList<Item>,
  deps: Pick<MaterialsDeps, 'parties'>,
): Promise<HttpResponse> {
  const partyId = ownerOf(scope, query.partyId);
  if (!partyId) return refuse(notYours);
  const cursor = readCursor(query.cursor);
  if ('problem' in cursor) return cursor;
  const { limit } = query;
  const ids = await idsOfOwner(scope, partyId, deps);
  const pages = await Promise.all(ids.map((id) => list(id, { limit, after: cursor.after })));
  const { items, nextCursor } = onePage(pages, { limit, positionOf, newestFirst: true });
  return { status: 200, body: { items: items.map(viewOf), nextCursor } };
}
