import type { AgencyDeps } from '../../deps.ts';
import { replaceOfficer } from '../../domain/mandate/acts.ts';
import { hasAnotherOfficer, type ProjectChange } from '../../domain/project/change.ts';

/**
 * An act on a project with what becomes of its mandate: where another officer carries it from here on, the authority of the one
 * before ends and that of the new one begins, saved in the same transaction, so that at no moment both may act. Open tasks name
 * whoever carries the project: they move with it.
 */
export async function withMandate(
  change: ProjectChange,
  at: Date,
  deps: Pick<AgencyDeps, 'mandates' | 'newId'>,
): Promise<ProjectChange> {
  const { id, officer } = change.project;
  if (officer === undefined || !hasAnotherOfficer(change)) return change;
  const found = await (await deps.mandates()).unfinishedOf(id);
  const taking = { officer, authorityId: deps.newId(), at };
  return found ? { ...change, mandated: replaceOfficer(found, ['officer-lead'], taking) } : change;
}
