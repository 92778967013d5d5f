import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { editionsQuery } from '../../schemas/edition.ts';
import { actingOn, editionShown } from './edition-reply.ts';

export const listEditions =
  ({ editions }: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof editionsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await editions()).list(query.status, { limit: query.limit, after: cursor.after });
    const acting = actingOn(scope, cause);
    return { status: 200, body: { ...page, items: page.items.map((one) => editionShown(one, acting)) } };
  };

/** An edition with all that it says: what a publisher compares before he publishes. */
export const readEdition =
  ({ editions }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const store = await editions();
    const found = await store.get(id);
    if (!found) return refuse(problems.notFound);
    const [content, timeline] = await Promise.all([store.contentOf(id), store.timeline(id)]);
    return {
      status: 200,
      headers: { ETag: `"${found.version}"` },
      body: { ...editionShown(found, actingOn(scope, cause)), content, timeline },
    };
  };
