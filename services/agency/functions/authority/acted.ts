import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Authority } from '../../domain/authority/authority.ts';
import { actionsOn, type AuthorityChange } from '../../domain/authority/change.ts';
import type { AuthorityActor } from '../../domain/authority/graph.ts';
import { authorityMoved } from '../../problems/authority.ts';
import { actorsOf, sees } from './whose.ts';

/** The authority that a path names, as the caller has seen it. */
export async function toActOn(
  { params, scope, ifMatch }: Pick<Call, 'params' | 'scope' | 'ifMatch'>,
  deps: Pick<AgencyDeps, 'authorities'>,
): Promise<{ found: Authority; who: AuthorityActor[] } | Refusal> {
  const found = await (await deps.authorities()).get(params['id'] ?? '');
  if (!found || !sees(scope, found)) return refuse(problems.notFound);
  return found.version === ifMatch ? { found, who: actorsOf(scope, found) } : refuse(problems.versionStale);
}

export async function saveAct(
  change: AuthorityChange | undefined,
  { cause, who, status = 200 }: Pick<Call, 'cause'> & { who: readonly AuthorityActor[]; status?: number },
  deps: Pick<AgencyDeps, 'authorities'>,
): Promise<HttpResponse> {
  if (!change) return refuse(authorityMoved);
  const reply = acted(change.after, who, status);
  await (await deps.authorities()).save(change, { ...cause, reply });
  return reply;
}

function acted(found: Authority, who: readonly AuthorityActor[], status: number): Reply {
  const { id, state, version } = found;
  const headers = { ETag: `"${version}"`, ...(status === 201 && { Location: `/agency/authorities/${id}` }) };
  return { status, headers, body: { id, status: state, version, actions: actionsOn(found, who) } };
}
