import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { allInForce } from '../../domain/edition/in-force.ts';
import type { Outline } from '../../stores/editions.ts';
import { actsIn } from './for-district.ts';

type Deps = Pick<NotificationsDeps, 'editions'>;

/** What holds in a district: of each message and each template the district's own, the city's, or what the code brings along. */
export const readInForce =
  ({ editions }: Deps) =>
  async ({ query: { district }, scope, cause }: Call<{ district: string }>): Promise<HttpResponse> => {
    if (!actsIn(district, scope, cause)) return refuse(problems.notFound);
    return { status: 200, body: allInForce(await editions.inForce(district)) };
  };

/** The editions of a district, newest first: none of them ever changes. */
export const listEditions =
  ({ editions }: Deps) =>
  async ({
    query,
    scope,
    cause,
  }: Call<{ district: string; limit: number; cursor?: string | undefined }>): Promise<HttpResponse> => {
    if (!actsIn(query.district, scope, cause)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { items, nextCursor } = await editions.history(query.district, { limit: query.limit, after: cursor.after });
    const liveId = await editions.liveId(query.district);
    const body = { items: items.map((one) => shown(one, liveId, scope.actor.sub)), nextCursor };
    return { status: 200, body };
  };

export const showEdition =
  ({ editions }: Deps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await editions.get(params['id'] ?? '');
    if (!found || !actsIn(found.district, scope, cause)) return refuse(problems.notFound);
    const liveId = await editions.liveId(found.district);
    const body = shown(found, liveId, scope.actor.sub);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body };
  };

/** An edition with what this reader may do with it; whether his role may, the route says. */
function shown(found: Outline, liveId: string | undefined, reader: string): object {
  const waits = !found.approvedAt && found.base === liveId && found.proposedBy !== reader;
  return { ...plain(found), actions: waits ? ['approve'] : [] };
}
