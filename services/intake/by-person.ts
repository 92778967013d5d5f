import type { Route } from '#shared/route';
import type { IntakeDeps } from './deps.ts';

/**
 * A route on which who acts is known as a person before anything else is read: of those that are called seldom. A list asks
 * nobody, but for that of pushes, which shows what may be done with each.
 */
export const byPerson = (route: Route<IntakeDeps>): Route<IntakeDeps> => (isList(route) ? route : knowing(route));

const isList = ({ method, path }: Route<IntakeDeps>): boolean => method === 'GET' && !path.includes('{');

const knowing = (route: Route<IntakeDeps>): Route<IntakeDeps> => ({
  ...route,
  bind: (deps) => {
    const run = route.bind(deps);
    return async (call, read) => run({ ...call, scope: await deps.persons.know(call.scope, call.cause.at) }, read);
  },
});
