import type { Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import { dueAt } from '../domain/problem/act.ts';
import { problem, type Problem } from '../domain/problem/problem.ts';
import { recordStore } from './records.ts';

/** What is late stands apart, so that it is listed by itself. */
export type Standing = Problem['state'] | 'late';

const standing = (one: Standing) => `PROBLEMS#${one}`;
const ofProject = (projectId: string) => `PROBLEMS#project#${projectId}`;
const raisedBy = (partyId: string) => `PROBLEMS#raiser#${partyId}`;

/** 问题 of a set, and in the city those that districts have handed up: by how they stand, by project, by who raised them. */
export function problemStore(table: Table, publisher: Publisher) {
  const records = recordStore<Problem>(table, publisher, {
    name: 'PROBLEM',
    schema: problem,
    places: (found) => {
      const place = `${found.raisedAt.toISOString()}#${found.id}`;
      return [
        [standing(found.late ? 'late' : found.state), `${found.limit?.due ?? 'none'}#${found.id}`],
        [ofProject(found.projectId), place],
        [raisedBy(found.raiser.partyId), place],
      ];
    },
    dueAt,
  });
  const newest = (n: 2 | 3, partitions: readonly string[], page: PageAt) =>
    records.list({ n, partitions, newestFirst: true }, page);
  return {
    ...records,
    /** What is due first comes first. */
    standing: (one: Standing, page: PageAt) =>
      records.list({ n: 1, partitions: [standing(one)], newestFirst: false }, page),
    ofProject: (projectId: string, page: PageAt) => newest(2, [ofProject(projectId)], page),
    raisedBy: (ids: readonly string[], page: PageAt) => newest(3, ids.map(raisedBy), page),
  };
}
