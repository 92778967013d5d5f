import type { Route } from '#shared/route';
import type { MaterialsDeps } from './deps.ts';

/** A route on which an owner is known by all his ids before anything else is read. */
export const byAllIds = (route: Route<MaterialsDeps>): Route<MaterialsDeps> => ({
  ...route,
  bind: (deps) => {
    const run = route.bind(deps);
    return async (call, read) => run({ ...call, scope: await deps.parties.know(call.scope) }, read);
  },
});
