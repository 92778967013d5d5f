import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { toldRoles } from '../../services/notifications/domain/post-line.ts';
import { ownCause } from '../../services/notifications/functions/own-cause.ts';
import { companyActor } from './applicants.ts';

/** One thing is told to the company, and to whoever heads market regulation or supervises in two districts. */
export async function tellAll(deps: NotificationsDeps): Promise<string> {
  const [id, caseId, cause] = [deps.newId(), deps.newId(), ownCause(deps)];
  const line = { id, caseId, at: deps.now().toISOString() };
  const { partyId } = companyActor(2);
  await deps.inbox.add([{ ...line, partyId, district: 'gulou', message: 'draft-withdrawn' }], cause);
  for (const district of ['gulou', 'jinan']) {
    for (const role of toldRoles) {
      const post = { district, role, ...(role !== 'supervisor' && { department: 'amr' }) };
      await deps.postInbox.add(
        { ...line, post, department: 'amr', message: role === 'approver' ? 'task-urged' : `overdue-${role}` },
        cause,
      );
    }
  }
  return id;
}
