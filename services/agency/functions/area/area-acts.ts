import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Area, AreaReport } from '../../domain/area/area.ts';
import {
  actionsOnArea,
  addReport,
  endArea,
  publishArea,
  registerArea,
  withdrawReport,
  type AreaChange,
} from '../../domain/area/change.ts';
import { areaMoved, noSuchReport } from '../../problems/area.ts';
import type { areaBody, reportBody, withdrawReportBody } from '../../schemas/area.ts';
import type { reasonsBody } from '../../schemas/project.ts';
import { reportFaults } from './report-faults.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** An area with what is known of it; it counts once it is published. */
export const registerAreaOf =
  (deps: AgencyDeps) =>
  async (call: With<typeof areaBody>): Promise<HttpResponse> => {
    const { body, cause } = call;
    const faults = body.reports.flatMap((one, n) => reportFaults(one, `/reports/${n}`, call));
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const reports = body.reports.map((one): AreaReport => ({ ...one, id: deps.newId() }));
    return saved(registerArea({ ...body, reports, id: deps.newId() }, cause.at), call, deps);
  };

const acting =
  <Said>(decide: (found: Area, call: Call<unknown, Said>, deps: AgencyDeps) => AreaChange | HttpResponse | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await (await deps.areas()).get(call.params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    if (found.version !== call.ifMatch) return refuse(problems.versionStale);
    const change = decide(found, call, deps);
    if (!change) return refuse(areaMoved);
    return 'after' in change ? saved(change, call, deps) : change;
  };

export const publishAreaOf = acting((found, { cause }) => publishArea(found, dayOf(cause.at)));
export const endAreaOf = acting((found, { cause, body }: With<typeof reasonsBody>) =>
  endArea(found, dayOf(cause.at), body.reasons),
);
export const addReportTo = acting((found, call: With<typeof reportBody>, { newId }) => {
  const faults = reportFaults(call.body, '', call);
  return faults.length > 0 ? refuse(problems.invalidInput, faults) : addReport(found, { ...call.body, id: newId() });
});
export const withdrawReportOf = acting((found, { cause, body }: With<typeof withdrawReportBody>) => {
  const isThere = found.reports.some(({ id, withdrawn }) => id === body.reportId && !withdrawn);
  return isThere ? withdrawReport(found, { ...body, on: dayOf(cause.at) }) : refuse(noSuchReport);
});

/** Saves an act that the caller may do in this state, and says what may be done next. */
async function saved(
  change: AreaChange,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: Pick<AgencyDeps, 'areas'>,
): Promise<HttpResponse> {
  const { before, after, act } = change;
  if (before && !actionsOnArea(before, scope.capacities).some((one) => one === act)) return refuse(areaMoved);
  const { id, state, version } = after;
  const reply: Reply = {
    status: before ? 200 : 201,
    headers: { ETag: `"${version}"`, ...(!before && { Location: `/agency/areas/${id}` }) },
    body: { id, status: state, version, actions: actionsOnArea(after, scope.capacities) },
  };
  await (await deps.areas()).save(change, { ...cause, reply });
  return reply;
}
