import * as z from 'zod';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { cursorOf, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import { pageOf, type PageAt } from '#shared/record-page';
import { replayWindowDays } from '#shared/replay-window';
import { ifAbsent, ifSequence, type Key, type Row, type Table, type Write } from '#shared/table';
import { difference } from '../domain/counters.ts';
import { countsOf, overdueSince, type Reported } from '../domain/report/reported.ts';

const reported = once(() => ProgressReportedV1.data.extend({ district: z.string(), sequence: z.int() }));
const counters = once(() => z.object({ district: z.string() }).catchall(z.unknown()));
const reportedIn = ({ pk, sk, schema, ...row }: Row): Reported => reported().parse(row);

const copyKey = (projectId: string): Key => ({ pk: `REPORTED#${projectId}`, sk: 'REC' });
const dayKey = (day: string, projectId: string): Key => ({ pk: `REPORTED#day#${day}`, sk: projectId });
const sums = 'REPORTED#sums';
// Many projects of a district are told of at once: one row of counters would be fought over.
const shardOf = (projectId: string) => projectId.slice(0, 1);

export const lists = {
  district: (district: string) => ({ n: 1 as const, partition: `REPORTED#district#${district}` }),
  state: (state: string) => ({ n: 2 as const, partition: `REPORTED#state#${state}` }),
  overdue: () => ({ n: 3 as const, partition: 'REPORTED#overdue' }),
} as const;
type List = ReturnType<(typeof lists)[keyof typeof lists]>;

/** What the sets have told the city of their projects. */
export function reportedStore(table: Table) {
  return {
    /** What is known of a project, and what was told of it on a day. */
    async of(projectId: string, day: string): Promise<{ last: Reported | undefined; ofDay: Reported | undefined }> {
      const [last, ofDay] = await table.getAll([copyKey(projectId), dayKey(day, projectId)]);
      return { last: last && reportedIn(last), ofDay: ofDay && reportedIn(ofDay) };
    },

    async follow(
      { last, ofDay, is }: { last?: Reported | undefined; ofDay?: Reported | undefined; is: Reported },
      cause: Cause,
    ) {
      const isLast = is.sequence > (last?.sequence ?? 0);
      const isLastOfDay = is.sequence > (ofDay?.sequence ?? 0);
      if (!isLast && !isLastOfDay) return;
      await table.transact([
        ...markWrites(cause),
        ...(isLast ? copyWrites(last, is) : []),
        ...(isLastOfDay ? [dayWrite(ofDay, is, cause)] : []),
      ]);
    },

    async sums(): Promise<{ district: string; counts: Record<string, number> }[]> {
      const rows = await allRows(table, { partition: sums });
      return rows.map(({ pk, sk, schema, ...row }) => {
        const { district, ...counts } = counters().parse(row);
        return { district, counts: z.record(z.string(), z.number()).parse(counts) };
      });
    },

    page: ({ n, partition }: List, page: PageAt): Promise<Page<Reported & { id: string }>> =>
      pageOf(table, { n, partitions: [partition], newestFirst: false, keyOf: copyKey, itemIn: named }, page),

    /** What was told on a day, by project. */
    async ofDay(day: string, { limit, after }: PageAt): Promise<Page<Reported>> {
      const { pk: partition } = dayKey(day, '');
      const start = after && { after: { ...dayKey(day, after[1]) } };
      const { rows, last } = await table.query({ partition, limit, ...start });
      const items = rows.map(reportedWithout);
      const end = items.at(-1);
      return { items, nextCursor: last && end ? cursorOf([day, end.projectId]) : null };
    },
  };
}

const reportedWithout = ({ pk1, sk1, pk2, sk2, pk3, sk3, expiresAt, ...row }: Row) => reportedIn(row);
const named = (row: Row) => {
  const found = reportedWithout(row);
  return { ...found, id: found.projectId };
};

function copyWrites(was: Reported | undefined, is: Reported): Write[] {
  const { projectId, district } = is;
  const since = overdueSince(is);
  const row = {
    ...copyKey(projectId),
    schema: 1,
    ...plain(is),
    pk1: lists.district(district).partition,
    sk1: projectId,
    pk2: lists.state(is.state).partition,
    sk2: `${district}#${projectId}`,
    ...(since !== undefined && { pk3: lists.overdue().partition, sk3: `${since}#${projectId}` }),
  };
  const by = difference(was ? countsOf(was) : {}, countsOf(is));
  const key = { pk: sums, sk: `${district}#${shardOf(projectId)}` };
  const counted: Write[] = Object.keys(by).length > 0 ? [{ add: key, by, set: { schema: 1, district } }] : [];
  return [{ put: row, when: was ? ifSequence(was.sequence) : ifAbsent }, ...counted];
}

function dayWrite(was: Reported | undefined, is: Reported, { at }: Cause): Write {
  const expiresAt = Math.floor(at.getTime() / 1000) + replayWindowDays * 86_400;
  const row = { ...dayKey(is.day, is.projectId), schema: 1, ...plain(is), expiresAt };
  return { put: row, when: was ? ifSequence(was.sequence) : ifAbsent };
}
