import { isOpen } from '../domain/case/ahead.ts';
import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, type Condition, type Key, type Row, type Table, type Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { placeOf, type Line, type Place, type Seat } from '../domain/case/quota.ts';

const partitionOf = (line: string) => `QUOTA#${line}`;
const usedKey = ({ line }: Place): Key => ({ pk: partitionOf(line), sk: 'COUNT' });
const placeKey = ({ line, since }: Place): Key => ({ pk: partitionOf(line), sk: `PLACE#${since}` });

const count = once(() => z.object({ sk: z.literal('COUNT'), used: z.int() }));

/** The lines of items limited in number: one for each item and period. */
export function quotaStore(table: Pick<Table, 'query'>) {
  return {
    /** What a line says now: `COUNT` is sorted before the places, and more of these than can be granted are not read. */
    async line(place: Place): Promise<Line> {
      const rows: Row[] = [];
      let after: Row | undefined;
      do {
        const until = placeKey(place).sk;
        const range = { partition: partitionOf(place.line), until, limit: place.limit + 1 - rows.length };
        const page = await table.query({ ...range, ...(after && { after }) });
        rows.push(...page.rows);
        after = rows.length <= place.limit ? page.last : undefined;
      } while (after);
      const used = rows.map((row) => count().safeParse(row).data?.used ?? 0).at(0) ?? 0;
      const before = rows.filter(({ sk }) => sk !== 'COUNT' && sk !== placeKey(place).sk);
      return { used, ahead: before.length };
    },
  };
}

/** What an act changes in a line: a case steps in when it is accepted, and out when it ends. */
export function quotaWrites(before: Application, after: Application): Write[] {
  const place = placeOf(after);
  // A place that is kept is counted already.
  if (!place || after.queued) return [];
  const [was, is] = [placeOf(before) !== undefined && isOpen(before), isOpen(after)];
  return [
    ...(is && !was ? [{ put: { ...placeKey(place), schema: 1, caseId: after.id } }] : []),
    ...(was && !is ? [{ remove: placeKey(place) }] : []),
  ];
}

/**
 * A grant uses a place up; where one is taken back, its place is free for the next in line. Counts only from what was read: of two
 * who take the last place at once, one must look again. A count of none is no row, as before the first grant.
 */
export function seatWrites(seat: Seat | undefined): Write[] {
  if (!seat) return [];
  const { place, by, line } = seat;
  const [key, used] = [usedKey(place), Math.max(0, line.used + by)];
  if (used === line.used) return [];
  const when = line.used === 0 ? ifAbsent : stillUsed(line.used);
  return [used === 0 ? { remove: key, when } : { put: { ...key, schema: 1, used }, when }];
}

const stillUsed = (used: number): Condition => ({
  expression: '#used = :used',
  names: { '#used': 'used' },
  values: { ':used': used },
});
