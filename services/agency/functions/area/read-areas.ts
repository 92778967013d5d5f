import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { evaluationKinds, type Area } from '../../domain/area/area.ts';
import { actionsOnArea } from '../../domain/area/change.ts';
import { reuseShown } from '../../domain/area/reuse.ts';
import type { areasQuery } from '../../schemas/area.ts';
import { isStaff } from '../project/whose.ts';

/** What is published is for everybody who builds; drafts are for staff. */
const shows = (scope: Scope, state: Area['state']): boolean => isStaff(scope) || state !== 'draft';

export const listAreas =
  (deps: AgencyDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof areasQuery>>>): Promise<HttpResponse> => {
    const areas = await deps.areas();
    return listReply(query, outline, async (page) =>
      shows(scope, query.state) ? areas.inState(query.state, page) : { items: [], nextCursor: null },
    );
  };

function outline({ id, state: status, version, name, bounds, reports }: Area) {
  const evaluations = [...new Set(reports.map(({ evaluation }) => evaluation))];
  return { id, status, version, name, bounds, evaluations };
}

/** An area with its reports, what is reused of it, and what may be done next. */
export const showArea =
  (deps: AgencyDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const areas = await deps.areas();
    const found = await areas.get(params['id'] ?? '');
    if (!found || !shows(scope, found.state)) return refuse(problems.notFound);
    const { timelineHash, state: status, ...shown } = found;
    const reuse = reuseShown(await areas.countsOf(found.id), evaluationKinds);
    const body = { ...shown, status, reuse, actions: actionsOnArea(found, scope.capacities) };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain(body) };
  };
