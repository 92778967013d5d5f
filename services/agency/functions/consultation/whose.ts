import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { ConsultationChange } from '../../domain/consultation/act.ts';
import type { Consultation } from '../../domain/consultation/consultation.ts';
import { consultationGraph, type ConsultationActor } from '../../domain/consultation/graph.ts';
import { actsIn } from '../../domain/record-change.ts';
import { consultationMoved } from '../../problems/consultation.ts';
import { isStaff } from '../project/whose.ts';

/** Its asker; officers of the set; of a department who may answer for it, what that was asked. */
function sees(scope: Scope, { asker, to }: Consultation): boolean {
  if (!isStaff(scope)) return scope.parties.includes(asker);
  return scope.departments === 'any' || (to.kind === 'department' && scope.departments.includes(to.department));
}

export async function consultationOf(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  deps: Pick<AgencyDeps, 'consultations'>,
): Promise<Consultation | Refusal> {
  const found = await (await deps.consultations()).get(params['id'] ?? '');
  return found && sees(scope, found) ? found : refuse(problems.notFound);
}

export const actionsFor = (scope: Scope, { state }: Consultation) => {
  const who: ConsultationActor = isStaff(scope) ? 'office' : 'asker';
  return actsIn(consultationGraph, state, [who]);
};

/** Saves an act, and says what may be done next. */
export async function saveConsultation(
  change: ConsultationChange | undefined,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: Pick<AgencyDeps, 'consultations'>,
): Promise<HttpResponse> {
  if (!change) return refuse(consultationMoved);
  const reply = acted(change, scope);
  await (await deps.consultations()).save(change, { ...cause, reply });
  return reply;
}

function acted({ before, after }: ConsultationChange, scope: Scope): Reply {
  const { id, state: status, version } = after;
  const headers = { ETag: `"${version}"`, ...(!before && { Location: `/agency/consultations/${id}` }) };
  return { status: before ? 200 : 201, headers, body: { id, status, version, actions: actionsFor(scope, after) } };
}
