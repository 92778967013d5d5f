import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { refused as refusing, type VisitChange, type VisitRefusal } from '../../domain/visit/change.ts';
import * as findings from '../../domain/visit/findings.ts';
import { agree, announce, closeFindings, hold } from '../../domain/visit/hold.ts';
import type { opinionBody } from '../../schemas/drawing.ts';
import type { reasonsBody } from '../../schemas/project.ts';
import type { announceBody, findingBody, holdBody, rectifyBody, rejectBody } from '../../schemas/visit.ts';
import { acting, behold, type Beheld } from './acted.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

const nowIn = async ({ cause }: Pick<Call, 'cause'>, { calendars }: Pick<AgencyDeps, 'calendars'>) => ({
  at: cause.at,
  calendar: await (await calendars()).current(),
});

export const announceVisit = acting(async ({ visit }, call: With<typeof announceBody>, deps) =>
  announce(visit, call.body, await nowIn(call, deps)),
);
export const agreeToDay = acting(({ visit }, { cause }) => agree(visit, cause.at));
export const holdVisit = acting(({ visit }, { body, cause }: With<typeof holdBody>) =>
  hold(visit, body.came, cause.at),
);
export const closeVisit = acting(async ({ visit }, call, deps) => closeFindings(visit, await nowIn(call, deps)));
export const addFinding = acting(({ visit, departments }, { body, cause }: With<typeof findingBody>, { newId }) => {
  const isHis = visit.participants.some((one) => departments.includes(one.department) && one.items.includes(body.item));
  return isHis ? findings.find(visit, { ...body, id: newId() }, cause.at) : refusing('not-participant');
});
export const finishFindings = acting(({ visit, departments }, { cause }): VisitChange | VisitRefusal => {
  const all = departments.map((one) => findings.finish(visit, one, cause.at));
  return all.find((one) => 'after' in one) ?? all[0] ?? refusing('not-participant');
});
export const rectifyFindings = acting(({ visit }, { body, cause }: With<typeof rectifyBody>) =>
  findings.rectify(visit, body.findings, cause.at),
);
export const withdrawVisit = acting(({ visit }, { body, cause }: With<typeof reasonsBody>) =>
  findings.withdraw(visit, body.reasons, cause.at),
);

/** Whoever has found it looks at it again. */
function judged(
  { visit, departments }: Beheld,
  { params, cause }: Call,
  rejected?: z.infer<ReturnType<typeof rejectBody>>,
): VisitChange | VisitRefusal {
  const findingId = params['finding'] ?? '';
  const department = visit.findings.find(({ id }) => id === findingId)?.department ?? '';
  if (!departments.includes(department)) return refusing('no-such-finding');
  return findings.recheck(visit, { findingId, department, at: cause.at, ...(rejected && { rejected }) });
}
export const acceptRectification = acting((found, call) => judged(found, call));
export const rejectRectification = acting((found, call: With<typeof rejectBody>) => judged(found, call, call.body));

/** The lead decides on what he has seen. */
export const concludeVisit =
  (deps: AgencyDeps) =>
  async (call: With<typeof opinionBody>): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (found && found.visit.version !== call.ifMatch) return refuse(problems.versionStale);
    const { outcome, ...said } = call.body;
    const act = outcome === 'passed' ? 'pass' : 'fail';
    return acting(({ visit }) => findings.conclude(visit, act, { ...said, at: call.cause.at }))(deps)(call);
  };
