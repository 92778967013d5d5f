import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { mergeShown } from './merge-reply.ts';
import * as partyProblems from '../../problems/party.ts';
import type { mergesQuery } from '../../schemas/party.ts';

export const listMerges =
  ({ merges, set, city }: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof mergesQuery>>>): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { items, nextCursor } = await (
      await merges()
    ).list(query.status, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { items: items.map((one) => mergeShown(one, scope, cause.at)), nextCursor } };
  };

export const readMerge =
  ({ merges, set, city }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const found = await (await merges()).get(id);
    if (!found) return refuse(problems.notFound);
    const headers = { ETag: `"${found.version}"` };
    return { status: 200, headers, body: mergeShown(found, scope, cause.at) };
  };
