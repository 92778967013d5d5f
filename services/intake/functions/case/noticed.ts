import type { Call, HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';

type Run<Query, Body> = (deps: IntakeDeps) => (call: Call<Query, Body>) => Promise<HttpResponse>;

/** Notes who works in a department with what he does there anyway: a task can then be handed to him. */
export const noticed =
  <Query, Body>(run: Run<Query, Body>): Run<Query, Body> =>
  (deps) => {
    const perform = run(deps);
    return async (call) => {
      const { scope, cause } = call;
      const departments = scope.departments === 'any' ? [] : scope.departments;
      const staff = await deps.staff();
      await Promise.all(departments.map((one) => staff.saw(one, scope.actor, cause.at)));
      return perform(call);
    };
  };
