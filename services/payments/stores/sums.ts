import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import type { Row, Table, Write } from '#shared/table';
import { emptySum, moved, tally, tallyKey, turnover, turnoverKey, type PeriodSum } from '../domain/close/sum.ts';

const whole = once(() => z.object({ entries: z.int(), moved: moved(), tallies: z.array(tally()) }));
const ofChannel = once(() => z.object({ turnover: z.array(turnover()) }));

/** The rows of a sum, beside what it is of: `SUM`, and the turnover of each channel apart, so that no row grows too large. */
export function sumWrites(pk: string, { entries, moved: all, turnover: lines, tallies }: PeriodSum): Write[] {
  const channels = Map.groupBy(lines.values(), ({ channel }) => channel);
  return [
    { put: { pk, sk: 'SUM', schema: 1, entries, moved: [...all], tallies: [...tallies.values()] } },
    ...[...channels].map(([channel, ones]): Write => {
      return { put: { pk, sk: `SUM#${channel}`, schema: 1, turnover: ones.map(plain) } };
    }),
  ];
}

/** The sum of a partition, by one query; undefined where there is none. */
export async function readSum(table: Pick<Table, 'query'>, pk: string): Promise<PeriodSum | undefined> {
  const [first, ...channels] = await allRows(table, { partition: pk, prefix: 'SUM' });
  return first && sumIn(first, channels);
}

function sumIn(first: Row, channels: readonly Row[]): PeriodSum {
  const { entries, moved: all, tallies } = whole().parse(first);
  const lines = channels.flatMap((row) => ofChannel().parse(row).turnover);
  return {
    ...emptySum(),
    entries,
    moved: new Map(all),
    turnover: new Map(lines.map((one) => [turnoverKey(one), one])),
    tallies: new Map(tallies.map((one) => [tallyKey(one), one])),
  };
}
