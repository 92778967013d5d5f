import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import { missingParts } from '../../domain/catalogue/part-faults.ts';
import type { editionsQuery, exportQuery } from '../../schemas/edition.ts';
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

/** An edition with what it says, a part at a time: what a publisher compares before he publishes. */
export const readEdition =
  ({ editions, catalogue }: IntakeDeps) =>
  async ({ params: { id = '' }, query, scope, cause }: Call<z.infer<ReturnType<typeof exportQuery>>>) => {
    const store = await editions();
    const found = await store.get(id);
    if (!found) return refuse(problems.notFound);
    const [there, timeline] = await Promise.all([store.parts(found), store.timeline(id)]);
    const outline = there.find(({ part }) => part === query.part)?.outline;
    const missing = missingParts(
      found.parts,
      there.map(({ part }) => part),
    );
    const link = { Link: `<${id}?part=${query.part + 1}>; rel="next"` };
    return {
      status: 200,
      headers: { ETag: `"${found.version}"`, ...(query.part < found.parts && link) },
      body: {
        ...editionShown(found, actingOn(scope, cause)),
        missing,
        ...(outline && { content: { ...outline, items: await catalogue.contents(outline.items) } }),
        timeline,
      },
    };
  };
