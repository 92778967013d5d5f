import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { hasAnotherOfficer, type ProjectChange } from '../domain/project/change.ts';
import { reuseWrites } from './area-rows.ts';
import { assignedWrites } from './officer-rows.ts';
import { unfinishedKey } from './mandate-rows.ts';
import { mandateWrites } from './mandate-writes.ts';
import * as rows from './project-rows.ts';

/** What an act on a project writes, beside the mark and the counters of its officers. */
export function projectWrites(publisher: Publisher, change: ProjectChange, cause: Cause): Write[] {
  const { before, project: found, act, facts } = change;
  const { pk } = rows.projectKey(found.id);
  const { recorded, entryRow } = timelineRow(found, { pk, act, version: found.version }, cause);
  return [
    { put: rows.rowOf(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...rows.codeWrites(change),
    ...rows.proposedWrites(change),
    ...rows.linkWrites(change),
    ...rows.plannedWrites(change, cause.at),
    ...assignedWrites(change, cause.at),
    ...reuseWrites(found.id, change.reuse),
    ...mandatedWrites(publisher, change, cause),
    ...outboxWrites(publisher, found, { facts, cause }),
  ];
}

/** Its mandate goes with its officer; where it had none when it was read, it still has none. */
function mandatedWrites(publisher: Publisher, change: ProjectChange, cause: Cause): Write[] {
  const { project, mandated } = change;
  if (mandated) return mandateWrites(publisher, mandated, cause);
  return hasAnotherOfficer(change) ? [{ check: unfinishedKey(project.id), when: ifAbsent }] : [];
}
