import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { actionsOn, type MandateChange } from '../../domain/mandate/change.ts';
import type { MandateActor } from '../../domain/mandate/graph.ts';
import type { Mandate } from '../../domain/mandate/mandate.ts';
import type { Project } from '../../domain/project/project.ts';
import { mandateMoved } from '../../problems/mandate.ts';
import { actorsOf, sees } from './whose.ts';

/** A mandate with its project, and as what the caller acts on it. */
export interface Beheld {
  mandate: Mandate;
  project: Project | undefined;
  who: MandateActor[];
}

export async function behold(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  deps: Pick<AgencyDeps, 'mandates' | 'projects'>,
): Promise<Beheld | undefined> {
  const mandate = await (await deps.mandates()).get(params['id'] ?? '');
  if (!mandate || !sees(scope, mandate)) return undefined;
  const project = await (await deps.projects()).get(mandate.projectId);
  return { mandate, project, who: actorsOf(scope, { mandate, project }) };
}

/** The mandate that a path names, as the caller has seen it. */
export async function toActOn(
  call: Pick<Call, 'params' | 'scope' | 'ifMatch'>,
  deps: Pick<AgencyDeps, 'mandates' | 'projects'>,
): Promise<Beheld | Refusal> {
  const found = await behold(call, deps);
  if (!found) return refuse(problems.notFound);
  return found.mandate.version === call.ifMatch ? found : refuse(problems.versionStale);
}

/** Saves an act, where it stands on the project only if that is still as it was read, and says what may be done next. */
export async function saveAct(
  change: MandateChange | undefined,
  { cause, who, project }: Pick<Call, 'cause'> & Pick<Beheld, 'who'> & { project?: Project | undefined },
  deps: Pick<AgencyDeps, 'mandates'>,
): Promise<HttpResponse> {
  if (!change) return refuse(mandateMoved);
  const reply = acted(change.mandate, who);
  await (await deps.mandates()).save(change, { ...cause, reply }, project);
  return reply;
}

export function acted(found: Mandate, who: readonly MandateActor[], status = 200): Reply {
  const { id, state, version, number } = found;
  const headers = { ETag: `"${version}"`, ...(status === 201 && { Location: `/agency/mandates/${id}` }) };
  return { status, headers, body: { id, status: state, version, number, actions: actionsOn(found, who) } };
}
