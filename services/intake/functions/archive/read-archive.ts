import type * as z from 'zod';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { keptUntil } from '../../domain/archive/archive.ts';
import type { IntakeDeps } from '../../deps.ts';
import { notClosed } from '../../problems/archive.ts';
import type { archiveQuery } from '../../schemas/archive.ts';

/** Long enough to begin a download, too short to be passed on. */
const openSeconds = 60;

/** The package of a case, at an address for a minute. It holds all that is personal, so each read is recorded. */
export const readArchive =
  ({ applications, archives, history, papers }: IntakeDeps) =>
  async ({ params, query, scope, cause }: Call<z.infer<ReturnType<typeof archiveQuery>>>): Promise<HttpResponse> => {
    const id = params['id'] ?? '';
    if (!(await applications.get(scope, id))) return refuse(problems.notFound);
    const found = await (await archives()).get(id);
    if (!found) return refuse(notClosed);
    const { state: status, version, retention, closedAt, keptAt, manifest, parts, bytes, ref } = found;
    const about = {
      id,
      status,
      version,
      retention,
      keptUntil: keptUntil(found),
      closedAt,
      keptAt,
      manifest,
      parts,
      bytes,
    };
    if (!ref) return { status: 200, headers: { ETag: `"${version}"` }, body: plain(about) };

    await history.recordRead(id, query.reason, cause);
    const bucket = await papers();
    const url = await bucket.readAddress(ref, openSeconds);
    const earlier = await Promise.all(
      found.earlier.map(async ({ ref: of, ...one }) => ({ ...one, url: await bucket.readAddress(of, openSeconds) })),
    );
    const until = new Date(cause.at.getTime() + openSeconds * 1000);
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain({ ...about, url, until, earlier }) };
  };
