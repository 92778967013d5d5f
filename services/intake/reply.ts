import type { Scope } from '#shared/access';
import type { Reply } from '#shared/route';
import type { Application } from './domain/case/application.ts';
import { actionsOf } from './domain/case/follow-up.ts';

/** What an act answers: where the case stands and what may be done next; never the form. */
export function acted(application: Application, scope: Scope): Reply {
  const { id, state, version, number } = application;
  return {
    status: 200,
    headers: { ETag: `"${version}"` },
    body: { id, status: state, version, ...(number && { number }), actions: actionsOf(application, scope) },
  };
}
