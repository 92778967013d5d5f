import * as z from 'zod';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { evenly, standing, type Counts, type Judged, type Seen, type Standing } from '../domain/provider/standing.ts';
import type { Said } from '../sending/provider.ts';

/** An answer that takes longer is slow, and so is a delivery that comes later. */
const slowAnswerMs = 2000;
const [minuteMs, dayMs] = [60_000, 86_400_000];

const key: Key = { pk: 'PROVIDERS#sms', sk: 'REC' };
const counted = once(() => z.object({ sk: z.string(), n: z.int() }));
const told = once(() =>
  z.object({
    at: z.coerce.date(),
    why: z.enum(['errors', 'slow', 'back-to-rest']),
    from: z.string(),
    shares: z.record(z.string(), z.int()),
  }),
);
export type Turn = z.infer<ReturnType<typeof told>>;

const minuteOf = (at: Date): string => at.toISOString().slice(0, 16);

/** What is counted of a provider, and when it was. */
export interface Happened {
  provider: string;
  what: keyof Counts;
  at: Date;
}

/** What is counted of an answer. */
export function countedOf(
  said: Said,
  { provider, at, tookMs }: { provider: string; at: Date; tookMs: number },
): Happened[] {
  const isError = said.is === 'silent' || said.is === 'away';
  const kinds: Happened['what'][] = ['asked', ...(isError ? (['errors'] as const) : [])];
  if (tookMs > slowAnswerMs) kinds.push('slow');
  return kinds.map((what) => ({ provider, what, at }));
}

export type StandingStore = ReturnType<typeof standingStore>;

/** How messages are shared among the providers of a channel, what they have done of late, and why the shares were changed. */
export function standingStore(table: Pick<Table, 'get' | 'count' | 'query' | 'transact'>) {
  const count = ({ provider, what, at }: Happened, many: number) =>
    table.count(
      { pk: `HEALTH#${provider}`, sk: `${minuteOf(at)}#${what}` },
      { many, expiresAt: Math.floor((at.getTime() + dayMs) / 1000) },
    );
  return {
    /** As it stands, or evenly among these where nothing was changed yet. */
    async of(providers: readonly string[]): Promise<Standing> {
      const row = await table.get(key);
      return row ? standing().parse(row) : evenly(providers);
    },

    /** Counts what providers have said, by the minute. Nothing hangs on it: it is no part of a transaction. */
    async count(all: readonly Happened[]): Promise<void> {
      const alike = Map.groupBy(all, ({ provider, what, at }) => `${provider}#${what}#${minuteOf(at)}`);
      await Promise.all(
        [...alike.values()].flatMap(([first, ...more]) => (first ? [count(first, 1 + more.length)] : [])),
      );
    },

    /** What these have done in the last whole minute, and in the last fifteen. */
    async seen(providers: readonly string[], now: Date): Promise<Seen> {
      const last = minuteOf(new Date(now.getTime() - minuteMs));
      const first = minuteOf(new Date(now.getTime() - 15 * minuteMs));
      const all = await Promise.all(
        providers.map(async (provider) => {
          const range = { from: first, until: `${last}#~` };
          const { rows } = await table.query({ partition: `HEALTH#${provider}`, ...range });
          return [provider, rows.map((row) => counted().parse(row))] as const;
        }),
      );
      const by = (from: string) =>
        Object.fromEntries(all.map(([provider, rows]) => [provider, sumOf(rows.filter(({ sk }) => sk >= from))]));
      return { minute: by(last), quarter: by(first) };
    },

    /** The new shares and why, unless somebody has changed them meanwhile. */
    async save({ standing: { from, ...is }, why }: Judged, before: Standing, at: Date): Promise<void> {
      const turn: Turn = { at, why, from, shares: is.shares };
      await table.transact([
        {
          put: { ...key, schema: 1, ...plain({ ...is, from }) },
          when: before.changedAt ? ifVersion(before.version) : ifAbsent,
        },
        { put: { pk: key.pk, sk: `H#${at.toISOString()}`, schema: 1, ...plain(turn) } },
      ]);
    },

    /** The changes of the shares, the newest first. */
    async history(limit: number): Promise<Turn[]> {
      const { rows } = await table.query({ partition: key.pk, prefix: 'H#', newestFirst: true, limit });
      return rows.map((row) => told().parse(row));
    },
  };
}

function sumOf(rows: readonly { sk: string; n: number }[]): Counts {
  const of = (kind: keyof Counts) =>
    rows.filter(({ sk }) => sk.endsWith(`#${kind}`)).reduce((sum, { n }) => sum + n, 0);
  return { asked: of('asked'), errors: of('errors'), slow: of('slow') };
}
