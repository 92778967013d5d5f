import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { MaterialsDeps } from '../../deps.ts';
import { notYours } from '../../problems/material.ts';
import type { sharedRecordQuery } from '../../schemas/sharing.ts';
import { ownerOf } from '../material/own-material.ts';
import { recordView } from './record-view.ts';

/** A party reads what offices were told about it; whoever finds a fault in that may dispute it. */
export const listRecords =
  ({ sharedRecords }: Pick<MaterialsDeps, 'sharedRecords'>) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof sharedRecordQuery>>>): Promise<HttpResponse> => {
    const partyId = ownerOf(scope, query.partyId);
    if (!partyId) return refuse(notYours);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await sharedRecords()).list(partyId, { limit: query.limit, after: cursor.after, at: cause.at });
    return { status: 200, body: { items: page.items.map(recordView), nextCursor: page.nextCursor } };
  };
