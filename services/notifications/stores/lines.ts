import { toldKey } from './figures.ts';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Key, Row, Table, Write } from '#shared/table';

/** Where a line stands in its inbox: by when it happened, newest last, and by its fact. */
export interface Place {
  id: string;
  at: string;
}

/** Which page of some inboxes. */
export interface Wanted {
  limit: number;
  after: Position | undefined;
  /** Only those that nobody has read. */
  unread?: boolean | undefined;
  /** Nothing that happened before this moment: it is over. */
  since?: Date | undefined;
}

/** A line as it was found; `read`: somebody whose inbox it is has read it. */
export type Found<Line> = Line & { read: boolean; readAt?: string };

/** At most so many unread lines are counted: more is said as more. */
const mostCounted = 99;
const monthsKept = 12;

export const placeOf = ({ at, id }: Place): string => `${at}#${id}`;
const unreadPartition = (partition: string) => `UNREAD#${partition}`;
const sameFact = (id: string) => `LINE#${id}`;

/** The row of a new line: unread, found by its fact, and gone twelve months after. */
export function lineRow(partition: string, line: Place & object): Key & Row {
  const sk = placeOf(line);
  const unread = { pk1: unreadPartition(partition), sk1: sk };
  return { pk: partition, sk, schema: 1, ...line, ...unread, pk2: sameFact(line.id), sk2: partition, ...ending(line) };
}

function ending({ at }: Place) {
  const end = new Date(at);
  end.setUTCMonth(end.getUTCMonth() + monthsKept);
  // The table lets go of it days late: who reads compares the times himself.
  return { expiresAt: Math.ceil(end.getTime() / 1000) };
}

/** From when on lines are still kept at a moment. */
export function keptSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - monthsKept);
  return since;
}

type Reads = Pick<Table, 'query'>;

/** The lines of some inboxes together, newest first; one of a fact that was told in two of them stands once. */
export async function linesOf<Line extends Place>(
  table: Reads,
  { partitions, lineIn }: { partitions: readonly string[]; lineIn: (row: Row) => Line },
  wanted: Wanted,
): Promise<Page<Found<Line>>> {
  const pages = await Promise.all(partitions.map((one) => pageOf(table, one, wanted)));
  const all = pages.flatMap(({ rows }) => rows).toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? 1 : -1));
  const once = all.filter((row, n) => n === 0 || all[n - 1]?.['sk'] !== row['sk']);
  const items = once.slice(0, wanted.limit).map((row) => ({ ...lineIn(row), ...readOf(row) }));
  const end = items.at(-1);
  const more = once.length > wanted.limit || pages.some(({ last }) => last);
  return { items, nextCursor: more && end ? cursorOf([end.at, end.id]) : null };
}

const readOf = ({ pk1, readAt }: Row) => ({
  read: pk1 === undefined,
  ...(typeof readAt === 'string' && { readAt }),
});

function pageOf(table: Reads, partition: string, { limit, after, unread, since }: Wanted) {
  const place = after && `${after[0]}#${after[1]}`;
  const from = since ? { from: since.toISOString() } : {};
  const own = { pk: partition, sk: place };
  if (!unread) return table.query({ partition, newestFirst: true, limit, ...from, ...(place && { after: own }) });
  const pk1 = unreadPartition(partition);
  const start = place && { after: { ...own, pk1, sk1: place } };
  return table.query({ index: 'index1', partition: pk1, newestFirst: true, limit, ...from, ...start });
}

/** How many lines nobody has read: counted to 99, so that it costs the same however many there are. */
export async function countUnread(
  table: Reads,
  partitions: readonly string[],
  since: Date,
): Promise<{ count: number; more: boolean }> {
  const wanted = { limit: mostCounted + 1, after: undefined, unread: true, since };
  const pages = await Promise.all(partitions.map((one) => pageOf(table, one, wanted)));
  const places = new Set(pages.flatMap(({ rows }) => rows.map(({ sk }) => String(sk))));
  return { count: Math.min(places.size, mostCounted), more: places.size > mostCounted };
}

/** The rows of a fact in some inboxes. */
export async function rowsOfFact(
  table: Reads,
  { id, partitions }: { id: string; partitions: readonly string[] },
  since: Date,
): Promise<Row[]> {
  const { rows } = await table.query({ index: 'index2', partition: sameFact(id) });
  return rows.filter(({ pk, at }) => partitions.includes(String(pk)) && new Date(String(at)) >= since);
}

/** The rows that nobody has read, the newest of each inbox. */
export async function unreadRows(
  table: Reads,
  { partitions, limit }: { partitions: readonly string[]; limit: number },
  since: Date,
): Promise<Row[]> {
  const wanted = { limit, after: undefined, unread: true, since };
  return (await Promise.all(partitions.map((one) => pageOf(table, one, wanted)))).flatMap(({ rows }) => rows);
}

/** That lines were read, where nobody has read them before. */
export function readWrites(rows: readonly Row[], at: Date): Write[] {
  return rows
    .filter(({ pk1 }) => pk1 !== undefined)
    .map(({ pk, sk, pk1, sk1, ...row }) => ({
      put: { pk: String(pk), sk: String(sk), ...row, readAt: at.toISOString() },
      when: { expression: '#unread = :unread', names: { '#unread': 'pk1' }, values: { ':unread': pk1 } },
    }));
}

/** Counts of a day stay when its lines are gone: by message and district. */
export function countWrites(lines: readonly (Place & { message: string; district: string })[]): Write[] {
  const counts = new Map<string, { add: Key; n: number }>();
  for (const { at, id, district, message } of lines) {
    const add = toldKey({ at: new Date(at), id, district }, message);
    const name = `${add.pk} ${add.sk}`;
    counts.set(name, { add, n: (counts.get(name)?.n ?? 0) + 1 });
  }
  return [...counts.values()].map(({ add, n }) => ({ add, by: { told: n }, set: { schema: 1 } }));
}
