import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import type { batchQuery } from '../../schemas/batch.ts';
import { actsIn } from '../edition/for-district.ts';
import { faultsKey } from './file-keys.ts';
import { showSummary, showWhole } from './show-batch.ts';

type Deps = Pick<NotificationsDeps, 'batches' | 'batchFiles'>;
type List = Call<z.infer<ReturnType<typeof batchQuery>>>;

export const listBatches =
  ({ batches }: Deps) =>
  async ({ query: { district, limit, cursor: said }, scope, cause }: List): Promise<HttpResponse> => {
    if (!actsIn(district, scope, cause)) return refuse(problems.notFound);
    const cursor = readCursor(said);
    if ('problem' in cursor) return cursor;
    const { items, nextCursor } = await batches.ofDistrict(district, { limit, after: cursor.after });
    return { status: 200, body: { items: items.map((one) => showSummary(one, scope.actor)), nextCursor } };
  };

export const showBatch =
  (deps: Deps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await openTo(call, deps);
    if (!found) return refuse(problems.notFound);
    const [{ next }, counts] = await Promise.all([deps.batches.run(found.id), deps.batches.counts(found.id)]);
    const { language, scope } = call;
    const body = showWhole(found, { taken: next, counts, reader: scope.actor, language });
    return { status: 200, headers: { ETag: `"${found.version}"` }, body };
  };

/** For how long an address is good, in seconds. */
const openSeconds = 60;

/** All faults of a file, while they are kept. */
export const getFaultsAddress =
  (deps: Deps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await openTo(call, deps);
    if (!found?.faults) return refuse(problems.notFound);
    const files = await deps.batchFiles();
    const url = await files.readAddress(faultsKey(found.id), `${found.id}-faults.csv`, openSeconds);
    const until = new Date(call.cause.at.getTime() + openSeconds * 1000).toISOString();
    return { status: 200, body: { url, until, count: found.faults.count } };
  };

/** The batch of the path, where it is one of a district in which the caller has his post. */
export async function openTo({ params, scope, cause }: Call, { batches }: Pick<Deps, 'batches'>) {
  const found = await batches.load(params['id'] ?? '');
  return found && actsIn(found.district, scope, cause) ? found : undefined;
}
