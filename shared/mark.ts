import * as z from 'zod';
import type { Mark } from '#shared/cause';
import { once } from '#shared/once';
import { problems } from '#shared/problem';
import { refuse, type HttpResponse } from '#shared/route';
import type { Table } from '#shared/table';

const stored = once(() => z.object({ requestHash: z.string(), reply: z.string() }));
const kept = once(() =>
  z.object({
    status: z.number(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
  }),
);

/** What an earlier request under the same key was answered; undefined when there was none. */
export type Replay = (mark: Extract<Mark, { kind: 'request' }>) => Promise<HttpResponse | undefined>;

/** Reads marks of one table. The same key for another request is refused (422). */
export function replayFrom(table: Pick<Table, 'get'>): Replay {
  return async ({ key, requestHash }) => {
    const row = await table.get({ pk: key, sk: 'MARK' });
    if (!row) return undefined;
    const mark = stored().parse(row);
    if (mark.requestHash !== requestHash) return refuse(problems.keyReused);
    const { headers, ...reply } = kept().parse(JSON.parse(mark.reply));
    return { ...reply, headers: { ...headers, 'Idempotent-Replayed': 'true' } };
  };
}
