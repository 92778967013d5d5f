import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { placeOf } from '../../stores/rows.ts';
import { viewOf } from '../../domain/material/view.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { fileNotAtHand, notYours } from '../../problems/material.ts';
import type { listQuery } from '../../schemas/material.ts';
import { addressOf } from '../address-of.ts';
import { idsOfOwner, onePage } from '../owners.ts';
import { ownerOf, ownMaterial, ownVersion } from './own-material.ts';

export const readMaterial =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownMaterial(call, deps);
    if ('problem' in found) return found;
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: viewOf(found) };
  };

export const listMaterials =
  (deps: MaterialsDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof listQuery>>>): Promise<HttpResponse> => {
    const partyId = ownerOf(scope, query.partyId);
    if (!partyId) return refuse(notYours);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { limit, type } = query;
    const ids = await idsOfOwner(scope, partyId, deps);
    const lists = ids.map((id) => deps.materials.list({ partyId: id, type }, { limit, after: cursor.after }));
    const page = onePage(await Promise.all(lists), { limit, positionOf: placeOf, newestFirst: true });
    return { status: 200, body: { items: page.items.map(viewOf), nextCursor: page.nextCursor } };
  };

/** Its owner reads a file: at an address that holds for a minute, straight from the bucket. */
export const readFile =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const { objectKey } = found.version;
    if (!objectKey) return refuse(fileNotAtHand);
    return { status: 200, body: await addressOf({ ...found.version, objectKey }, call.cause.at, deps) };
  };
