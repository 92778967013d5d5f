import type { Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';

/** A route on which a legal representative speaks for the organisations that the city names, as for those of his token. */
export const forRepresented = (route: Route<AgencyDeps>): Route<AgencyDeps> => ({
  ...route,
  bind: (deps) => {
    const run = route.bind(deps);
    return async (call, read) => {
      const { scope, cause } = call;
      if (!scope.capacities.includes('applicant')) return run(call, read);
      const ids = scope.actor.ids ?? [scope.actor.partyId];
      const also = await (await deps.representatives()).principalsOf(ids, cause.at);
      return run({ ...call, scope: { ...scope, parties: [...new Set([...scope.parties, ...also])] } }, read);
    };
  },
});
