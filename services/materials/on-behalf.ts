import { problems } from '#shared/problem';
import { isRefusal, type Call, type HttpResponse } from '#shared/route';
import type { MaterialsDeps } from './deps.ts';
import { allows, type Wish } from './domain/authority/authority.ts';
import { notYours } from './problems/material.ts';

type Run<Query, Body> = (deps: MaterialsDeps) => (call: Call<Query, Body>) => Promise<HttpResponse>;
type PrincipalOf<Query, Body> = (call: Call<Query, Body>, deps: MaterialsDeps) => Promise<string | undefined>;

interface Named {
  partyId?: string | undefined;
}

/** Whose document a path names; or whom what was sent, or asked, names. */
export const ownerOfPath: PrincipalOf<unknown, unknown> = async ({ params }, { materials }) =>
  (await materials.load(params['id'] ?? ''))?.partyId;
export const namedInBody: PrincipalOf<unknown, Named> = async ({ body }) => body.partyId;
export const namedInQuery: PrincipalOf<Named, unknown> = async ({ query }) => query.partyId;

/**
 * Opens a route of an owner to who holds an authority of his. The owner himself pays nothing for it: only where the documents are
 * not the caller's own is it asked whether he holds one, and then the function runs in the owner's place.
 */
export const onBehalf =
  <Query, Body>(wish: Wish, run: Run<Query, Body>, principalOf: PrincipalOf<Query, Body>): Run<Query, Body> =>
  (deps) => {
    const perform = run(deps);
    return async (call) => {
      const first = await perform(call);
      if (!isRefusal(first) || (first.problem !== problems.notFound && first.problem !== notYours)) return first;
      const principal = await principalOf(call, deps);
      // Who has no authority learns nothing, not even that there is something.
      if (principal === undefined || !(await mayFor(principal, wish, { call, deps }))) return first;
      const { scope } = call;
      const theirs = await deps.parties.group(principal);
      return perform({ ...call, scope: { ...scope, parties: [...scope.parties, ...theirs] } });
    };
  };

async function mayFor(
  principal: string,
  wish: Wish,
  { call: { scope, cause }, deps }: { call: Pick<Call, 'scope' | 'cause'>; deps: MaterialsDeps },
): Promise<boolean> {
  const { ids = [scope.actor.partyId] } = scope.actor;
  const [store, principals] = await Promise.all([deps.authorities(), deps.parties.group(principal)]);
  const between = ids.flatMap((delegate) => principals.map((one) => store.between(delegate, one)));
  const held = (await Promise.all(between)).flat();
  return held.some((one) => allows(one, wish, cause.at));
}
