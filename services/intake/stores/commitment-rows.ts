import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import { checkDue, type Commitment } from '../domain/commitment/commitment.ts';
import type { CommitmentState } from '../domain/commitment/commitment-state.ts';
import { breachKey } from './breaches.ts';
import { chained } from './chain.ts';
import { dueWritesOf } from './due.ts';

export const commitmentKey = (caseId: string): Key => ({ pk: `COMMITMENT#${caseId}`, sk: 'REC' });
export const commitmentListKey = (department: string, state: CommitmentState) => `COMMITMENTS#${department}#${state}`;

/** A commitment after an act: its record and timeline, its place in the list of its department, its day in the diary, and its party's record. */
export function commitmentWrites(before: Commitment | undefined, after: Commitment, cause: Cause): Write[] {
  const key = commitmentKey(after.caseId);
  const breach = breachKey(after.partyId, `commitment#${after.caseId}`);
  const due = { was: undefined, is: checkDue(after), always: true };
  const { version, timelineHash: prevHash } = after;
  const rows = chained(rowOf(after), { version, entry: entryOf(before, after, cause), prevHash });
  return [
    { put: rows.record, when: before ? ifVersion(before.version) : ifAbsent },
    { put: rows.entry, when: ifAbsent },
    ...dueWritesOf(key, due, cause.at),
    ...(after.state === 'broken' ? [{ put: { ...breach, schema: 1, since: cause.at.toISOString() } }] : []),
    ...(before?.state === 'broken' && after.state !== 'broken' ? [{ remove: breach }] : []),
  ];
}

/** The record tells its acts itself, but for the warning, which is no act of anybody. */
function entryOf(before: Commitment | undefined, { acts }: Commitment, cause: Cause) {
  const told = acts.length > (before?.acts.length ?? 0) ? acts.at(-1) : undefined;
  const by = { at: cause.at.toISOString(), act: told?.act ?? 'warn', office: cause.office, actor: cause.actor.sub };
  return { ...by, ...(told?.text && { reason: told.text }) };
}

function rowOf(found: Commitment): Key & Row {
  const { caseId, department, state, dueAt } = found;
  const place = { pk1: commitmentListKey(department, state), sk1: `${dueAt.toISOString()}#${caseId}` };
  return { ...commitmentKey(caseId), schema: 1, ...plain(found), ...place };
}
