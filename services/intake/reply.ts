import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { refuse, type HttpResponse, type Reply } from '#shared/route';
import type { Change, WrongState } from './domain/case/act.ts';
import { actionsFor, type Application } from './domain/case/application.ts';
import { intakeProblems } from './problems.ts';
import type { ApplicationStore } from './stores/applications.ts';

/** What an act answers: where the case stands and what may be done next; never the form. */
export function acted({ id, state, version }: Application, { capacities }: Scope): Reply {
  return {
    status: 200,
    headers: { ETag: `"${version}"` },
    body: { id, status: state, version, actions: actionsFor(state, capacities) },
  };
}

interface Saving {
  applications: ApplicationStore;
  scope: Scope;
  cause: Cause;
}

/** Saves what was decided, with the reply that its mark will repeat; or says why it was refused. */
export async function saveOrRefuse(
  decided: Change | WrongState,
  { applications, scope, cause }: Saving,
): Promise<HttpResponse> {
  if ('refused' in decided) return refuse(intakeProblems.wrongState);
  const reply = acted(decided.application, scope);
  await applications.save(decided, { ...cause, reply });
  return reply;
}
