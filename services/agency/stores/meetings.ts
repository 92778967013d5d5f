import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { pageOf, type PageAt } from '#shared/record-page';
import { rowsAt } from '#shared/rows-at';
import { ifAbsent, type Key, type Table, type Write } from '#shared/table';
import type { MeetingChange, TaskChange } from '../domain/meeting/act.ts';
import { meeting, type Meeting } from '../domain/meeting/meeting.ts';
import { recordStore } from './records.ts';
import type { TaskStore } from './tasks.ts';

const inState = (state: Meeting['state']) => `MEETINGS#${state}`;
const ofDepartment = (department: string) => `MEETINGS#department#${department}`;
const keyOf = (id: string): Key => ({ pk: `MEETING#${id}`, sk: 'REC' });
const invited = once(() => z.object({ pk: z.string() }).transform(({ pk }) => ({ id: pk.slice('MEETING#'.length) })));

/** A department finds the meetings to which it is called, the last called first. */
const invitations = ({ before, after }: MeetingChange): Write[] =>
  before
    ? []
    : after.departments.map((department) => ({
        put: {
          pk: keyOf(after.id).pk,
          sk: `D#${department}`,
          schema: 1,
          pk2: ofDepartment(department),
          sk2: `${after.calledAt.toISOString()}#${after.id}`,
        },
        when: ifAbsent,
      }));

/** 协调会 of a set: by how they stand, by the departments that were called. */
export function meetingStore(table: Table, publisher: Publisher, tasks: TaskStore) {
  const records = recordStore<Meeting>(table, publisher, {
    name: 'MEETING',
    schema: meeting,
    places: ({ id, state, on }) => [[inState(state), `${on}#${id}`], undefined, undefined],
  });
  const writesOf = (change: MeetingChange, cause: Cause): Write[] => [
    ...records.writesOf(change, cause),
    ...invitations(change),
  ];
  return {
    ...records,
    save: (change: MeetingChange, cause: Cause) => table.transact([...markWrites(cause), ...writesOf(change, cause)]),

    /** What was decided becomes tasks in the same transaction. */
    hold: (change: MeetingChange, decided: readonly TaskChange[], cause: Cause) =>
      table.transact([
        ...markWrites(cause),
        ...writesOf(change, cause),
        ...decided.flatMap((one) => tasks.writesOf(one, cause)),
      ]),

    inState: (state: Meeting['state'], page: PageAt) =>
      records.list({ n: 1, partitions: [inState(state)], newestFirst: state !== 'called' }, page),

    async ofDepartments(departments: readonly string[], page: PageAt): Promise<Page<Meeting>> {
      const partitions = [...new Set(departments)].map(ofDepartment);
      const keys = { keyOf: (id: string) => ({ ...keyOf(id), sk: '' }), itemIn: (row: object) => invited().parse(row) };
      const found = await pageOf(table, { n: 2, partitions, newestFirst: true, ...keys }, page);
      const rows = await rowsAt(table, [...new Set(found.items.map(({ id }) => id))].map(keyOf));
      return { items: rows.flatMap((row) => (row ? [meeting().parse(row)] : [])), nextCursor: found.nextCursor };
    },
  };
}
