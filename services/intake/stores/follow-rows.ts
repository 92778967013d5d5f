import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import type { Fact } from '#events/event';
import type { RaisedFinding } from '../domain/supervision/finding-record.ts';
import { chained } from './chain.ts';
import { dueWritesOf, type Due } from './due.ts';
import { findingWrites } from './finding-rows.ts';

/** What follows from a case, as delivery and publicity do: a record in a partition of its own, `<kind>#<case id>`. */
export interface Following {
  caseId: string;
  version: number;
  timelineHash: string;
}

/** One act on such a record, with all that comes of it. */
export interface Followed<Record extends Following> {
  record: Record;
  /** The version that was read; undefined where the record begins. */
  was: number | undefined;
  act: string;
  reason?: string | undefined;
  /** Of whose affairs it is, where his side has acted. */
  onBehalfOf?: string | undefined;
  /** Where it stands in lists, by index. */
  places: Row;
  due?: Due;
  facts?: readonly Fact[];
  raised?: readonly RaisedFinding[];
}

export const followingKey = (kind: string, caseId: string): Key => ({ pk: `${kind}#${caseId}`, sk: 'REC' });

/** Record, timeline entry chained to the one before, due row, facts and findings of one act. */
export function followWrites<Record extends Following>(
  kind: string,
  { record, was, act, places, ...rest }: Followed<Record>,
  { cause, publisher }: { cause: Cause; publisher: Publisher },
): Write[] {
  const { caseId, version, timelineHash: prevHash } = record;
  const key = followingKey(kind, caseId);
  const { reason, onBehalfOf, due, facts = [], raised = [] } = rest;
  const entry = {
    at: cause.at.toISOString(),
    act,
    office: cause.office,
    actor: cause.actor.sub,
    ...(onBehalfOf && cause.actor.partyId !== onBehalfOf && { onBehalfOf }),
    ...(reason && { reason }),
  };
  const row = { ...key, schema: 1, ...plain(record), ...places };
  const rows = chained(row, { version, entry, prevHash });
  const subject = { id: `${kind.toLowerCase()}-${caseId}`, version };
  return [
    { put: rows.record, when: was === undefined ? ifAbsent : ifVersion(was) },
    { put: rows.entry, when: ifAbsent },
    ...(due ? dueWritesOf(key, due, cause.at) : []),
    ...findingWrites(raised, cause),
    ...outboxWrites(publisher, subject, { facts, cause }),
  ];
}
