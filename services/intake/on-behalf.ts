import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { isRefusal, refuse, type Call, type HttpResponse } from '#shared/route';
import type { IntakeDeps } from './deps.ts';
import { refusalOf, standingOf } from './standing.ts';

type Run<Query, Body> = (deps: IntakeDeps) => (call: Call<Query, Body>) => Promise<HttpResponse>;

/**
 * Opens a route on one case to those who stand in its party's place. The party itself never pays for it: only where a case
 * is not the caller's own is it asked whether he holds an authority, and then the function runs in the party's place.
 */
export const onBehalf =
  <Query, Body>(wish: 'read' | 'act', run: Run<Query, Body>): Run<Query, Body> =>
  (deps) => {
    const perform = run(deps);
    return async (call) => {
      const first = await perform(call);
      if (!isRefusal(first) || first.problem !== problems.notFound || !standingOf(call.scope)) return first;

      const found = await deps.matters.get(call.params['id'] ?? '');
      const place = found && (await deps.standing.forCase(call.scope, found, call.cause.at));
      // Who has no authority for this case learns nothing of it, not even that it exists.
      if (!place || 'refused' in place) return first;
      const refusal = refusalOf(place);
      if (refusal && wish === 'act') return refuse(refusal);
      const reply = await perform({ ...call, scope: inPlaceOf(found.partyId, call.scope) });
      return refusal ? withoutActions(reply) : reply;
    };
  };

/** A delegate is as the party itself; an officer remains an officer, who sees personal data masked. */
function inPlaceOf(partyId: string, scope: Scope): Scope {
  return { ...scope, parties: [...scope.parties, partyId] };
}

/** What may be done next is nothing, for one who may only look. */
function withoutActions(reply: HttpResponse): HttpResponse {
  if (isRefusal(reply) || typeof reply.body !== 'object' || reply.body === null) return reply;
  return 'actions' in reply.body ? { ...reply, body: { ...reply.body, actions: [] } } : reply;
}
