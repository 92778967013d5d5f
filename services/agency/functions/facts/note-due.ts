import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { difference } from '../../domain/counters.ts';
import { followDue, measured, type CaseDue } from '../../domain/officer/case-due.ts';

/** When a case of a project is due stands in the calendar of its officer; that it was decided early or late counts among his results. */
export const noteDue =
  (deps: Pick<AgencyDeps, 'agenda' | 'calendars' | 'projects'>) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    const { projectId, caseId } = event.data;
    const project = projectId === undefined ? undefined : await (await deps.projects()).get(projectId);
    if (!project) return;
    const agenda = await deps.agenda();
    const was = await agenda.caseOf({ projectId: project.id, caseId });
    const followed = followDue(was ?? { projectId: project.id, caseId, version: 0, sequence: 0 }, event);
    if (!followed) return;
    const { is, added } = counted(followed, project.officer, await (await deps.calendars()).current());
    await agenda.follow({ was, is, officer: project.officer }, added, cause);
  };

/** Counted once, to whoever carried the project then; what a later fact mends is mended there. */
function counted(found: CaseDue, officer: string | undefined, calendar: Parameters<typeof measured>[1]) {
  const by = measured(found, calendar);
  const whose = found.counted?.officer ?? officer;
  if (whose === undefined || !found.decided) return { is: found, added: {} };
  const added = difference(found.counted?.by ?? {}, by);
  return { is: { ...found, counted: { officer: whose, by } }, added };
}
