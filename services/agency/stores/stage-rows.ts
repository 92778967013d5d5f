import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { RoundChange } from '../domain/stage/change.ts';
import { isOpen } from '../domain/stage/graph.ts';
import { round, type Round } from '../domain/stage/round.ts';
import { projectKey } from './project-rows.ts';

export const roundPrefix = 'S#';
/** The open rounds of a set, and those of the department that leads them: what is due first comes first. */
export const openRounds = 'ROUNDS#open';
export const ledBy = (department: string) => `ROUNDS#lead#${department}`;
/** Behind all that is due some day. */
const noDay = '9999';

export type RoundName = Pick<Round, 'projectId' | 'stage' | 'round'>;

export const roundKey = ({ projectId, stage, round: n }: RoundName): Key => ({
  pk: projectKey(projectId).pk,
  sk: `${roundPrefix}${stage}#${String(n).padStart(3, '0')}`,
});
const timelineOf = (id: string): string => `ROUND#${id}`;

export function roundIn({ pk, sk, schema, pk1, sk1, pk2, sk2, ...row }: Row): Round {
  return round().parse(row);
}

function rowOf(found: Round): Key & Row {
  const place = `${found.dueAt?.toISOString() ?? noDay}#${found.id}`;
  const lists = { pk1: ledBy(found.lead), sk1: place, pk2: openRounds, sk2: place };
  return { ...roundKey(found), schema: 1, ...plain(found), ...(isOpen(found.state) && lists) };
}

/** A round with its timeline and its facts. */
export function roundWrites(
  publisher: Publisher,
  { before, round: after, act, facts }: RoundChange,
  cause: Cause,
): Write[] {
  const { recorded, entryRow } = timelineRow(after, { pk: timelineOf(after.id), act, version: after.version }, cause);
  return [
    { put: rowOf(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...outboxWrites(publisher, after, { facts, cause }),
  ];
}
