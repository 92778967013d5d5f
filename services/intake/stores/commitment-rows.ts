import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import { checkDue, type Commitment } from '../domain/commitment/commitment.ts';
import type { CommitmentState } from '../domain/commitment/commitment-state.ts';
import { breachKey } from './breaches.ts';
import { dueWritesOf } from './due.ts';

export const commitmentKey = (caseId: string): Key => ({ pk: `COMMITMENT#${caseId}`, sk: 'REC' });
export const commitmentListKey = (department: string, state: CommitmentState) => `COMMITMENTS#${department}#${state}`;

/** A commitment after an act: its record, its place in the department's list, its day in the diary, and its party's record. */
export function commitmentWrites(before: Commitment | undefined, after: Commitment, cause: Cause): Write[] {
  const key = commitmentKey(after.caseId);
  const breach = breachKey(after.partyId, `commitment#${after.caseId}`);
  const due = { was: before && checkDue(before), is: checkDue(after) };
  return [
    { put: rowOf(after), when: before ? ifVersion(before.version) : ifAbsent },
    ...dueWritesOf(key, due, cause.at),
    ...(after.state === 'broken' ? [{ put: { ...breach, schema: 1, since: cause.at.toISOString() } }] : []),
    ...(after.state === 'repaired' ? [{ remove: breach }] : []),
  ];
}

function rowOf(found: Commitment): Key & Row {
  const { caseId, department, state, dueAt } = found;
  const place = { pk1: commitmentListKey(department, state), sk1: `${dueAt.toISOString()}#${caseId}` };
  return { ...commitmentKey(caseId), schema: 1, ...plain(found), ...place };
}
