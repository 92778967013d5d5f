import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { isRefusal, refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from './deps.ts';
import { refusalOf, standingOf, type CaseMatter } from './standing.ts';

type Run<Query, Body> = (deps: IntakeDeps) => (call: Call<Query, Body>) => Promise<HttpResponse>;

/**
 * Opens a route on one case, or one bundle, to those who stand in its party's place. The party itself never pays for it: only where a case
 * is not the caller's own is it asked whether he holds an authority, and then the function runs in the party's place.
 */
export const onBehalf =
  <Query, Body>(wish: 'read' | 'act', run: Run<Query, Body>, mattersOf = matterOfCase): Run<Query, Body> =>
  (deps) => {
    const perform = run(deps);
    return async (call) => {
      const first = await perform(call);
      if (!isRefusal(first) || first.problem !== problems.notFound || !standingOf(call.scope)) return first;

      const found = await mattersOf(deps, call.params['id'] ?? '');
      const [matter] = found;
      const places = await Promise.all(found.map((one) => deps.standing.forCase(call.scope, one, call.cause.at)));
      // Who has no authority for all of this learns nothing of it, not even that it exists.
      if (!matter || places.some((place) => 'refused' in place)) return first;
      const refusal = places.map(refusalOf).find((one) => one !== undefined);
      if (refusal && wish === 'act') return refuse(refusal);
      const reply = await perform({ ...call, scope: inPlaceOf(matter.partyId, call.scope) });
      return refusal ? withoutActions(reply) : reply;
    };
  };

/** What a route is about, each part of it; all are of one party. */
type MattersOf = (deps: IntakeDeps, id: string) => Promise<readonly CaseMatter[]>;

const matterOfCase: MattersOf = async ({ matters }, id) => {
  const found = await matters.get(id);
  return found ? [found] : [];
};

/** A bundle is open to who may act in all that it holds. */
export const mattersOfBundle: MattersOf = async ({ bundles }, id) => (await bundles()).matters(id);

/** A delegate is as the party itself; an officer remains an officer, who sees personal data masked. */
function inPlaceOf(partyId: string, scope: Scope): Scope {
  return { ...scope, parties: [...scope.parties, partyId] };
}

/** What may be done next is nothing, for one who may only look. */
function withoutActions(reply: HttpResponse): HttpResponse {
  if (isRefusal(reply) || typeof reply.body !== 'object' || reply.body === null) return reply;
  return 'actions' in reply.body ? { ...reply, body: { ...reply.body, actions: [] } } : reply;
}
