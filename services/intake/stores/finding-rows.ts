import type { Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import { ifAbsent, type Condition, type Key, type Row, type Write } from '#shared/table';
import type { FindingState } from '../domain/supervision/finding.ts';
import type { RaisedFinding } from '../domain/supervision/finding-record.ts';
import { chained } from './chain.ts';
import { recordKey } from './rows.ts';
import type { FindingEntry } from '../domain/supervision/finding-entry.ts';

export const findingPartition = (id: string) => `FINDING#${id}`;
export const findingListKey = (state: FindingState) => `FINDINGS#${state}`;
export const departmentFindingsKey = (department: string, state: FindingState) => `FINDINGS#${department}#${state}`;

/** The rows of findings that an act raises, in the act's own transaction; each stands in the lists of its readers. */
export function findingWrites(findings: readonly RaisedFinding[], cause: Cause): Write[] {
  return findings.flatMap((finding) => [
    ...findingActWrites(finding, { act: 'raise', when: ifAbsent }, cause),
    // Beside its case, so that whoever has the case finds it.
    { put: { ...recordKey(finding.caseId), sk: findingPartition(finding.id), schema: 1 } },
  ]);
}

interface Told extends Pick<FindingEntry, 'act' | 'text'> {
  when: Condition;
}

/** A finding after an act, with the timeline entry that is chained to the one before. */
export function findingActWrites(finding: RaisedFinding, { act, text, when }: Told, cause: Cause): Write[] {
  const entry: FindingEntry = {
    at: cause.at.toISOString(),
    act,
    office: cause.office,
    actor: cause.actor.sub,
    ...(text && { text }),
  };
  const { version, timelineHash: prevHash } = finding;
  const rows = chained(rowOf(finding, cause.at), { version, entry, prevHash });
  return [
    { put: rows.record, when },
    { put: rows.entry, when: ifAbsent },
  ];
}

function rowOf(finding: RaisedFinding, at: Date): Key & Row {
  const { id, state, department, answerBy } = finding;
  const sort = `${(state === 'open' ? answerBy : at).toISOString()}#${id}`;
  const places = { pk1: findingListKey(state), sk1: sort, pk2: departmentFindingsKey(department, state), sk2: sort };
  return { pk: findingPartition(id), sk: 'REC', schema: 1, ...plain(finding), ...places };
}
