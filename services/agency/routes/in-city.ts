import { refuse, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import { keptInCity } from '../problems/authority.ts';

/** A route that the city alone serves: personal authorities are kept once for all sets. Elsewhere a signpost says where to go. */
export const inCity = (route: Route<AgencyDeps>): Route<AgencyDeps> => ({
  ...route,
  refusals: [...(route.refusals ?? []), keptInCity],
  bind: (deps) =>
    deps.set === deps.city ? route.bind(deps) : async () => ({ ...refuse(keptInCity), more: { set: deps.city } }),
});
