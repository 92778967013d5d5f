import type { Scope } from '#shared/access';
import type { Reply } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { MaterialsChange } from '../../domain/material/act.ts';
import { materialsActions } from '../../domain/material/who.ts';

/** What an act on the materials of a case answers: their version, and where the case stands. */
export function materialsActed(
  application: Application,
  { materials: { version } }: MaterialsChange,
  scope: Scope,
): Reply {
  const { id, state: status } = application;
  const body = { id, status, version, actions: materialsActions(application, scope) };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}
