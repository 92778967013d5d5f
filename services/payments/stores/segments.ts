import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { leftIn, type Drawn, type Lane } from '../domain/receipt/lanes.ts';
import { isOfYear, sizeOf, type Segment, type SegmentAct } from '../domain/receipt/segment.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import {
  codeKey,
  inUseKey,
  laneKey,
  segmentIn,
  segmentKey,
  segmentRow,
  segmentsKey,
  shortKey,
} from './receipt-rows.ts';

const range = once(() => z.object({ id: z.uuid(), from: z.int(), to: z.int() }));
const ranges = once(() => z.object({ version: z.int(), ranges: z.array(range()) }));
const inUse = once(() => z.object({ version: z.int(), segments: z.array(range().extend({ code: z.string() })) }));
const shortage = once(() => z.object({ since: z.coerce.date() }));
const lane = once(() =>
  z.object({ segmentId: z.uuid(), code: z.string(), n: z.int(), from: z.int(), to: z.int(), next: z.int() }),
);
type Taken = z.infer<ReturnType<typeof ranges>>;
type Used = z.infer<ReturnType<typeof inUse>>;
export type InUse = z.infer<ReturnType<typeof inUse>>['segments'][number];

/** Segments of receipt numbers, and what is left of them. */
export function segmentStore(table: Table) {
  const reading = segmentReading(table);
  return { ...reading, ...segmentActs(table, reading) };
}

function segmentReading(table: Table) {
  const used = async (): Promise<Used> => {
    const row = await table.get(inUseKey);
    return row ? inUse().parse(row) : { version: 0, segments: [] };
  };
  return {
    /** All segments in use, of whatever year. */
    used,

    async load(id: string): Promise<Segment | undefined> {
      const row = await table.get(segmentKey(id));
      return row && segmentIn(row);
    },

    async lanes(id: string): Promise<Lane[]> {
      const { rows } = await table.query({ partition: segmentKey(id).pk, prefix: 'LANE#' });
      return rows.map((row) => lane().parse(row));
    },

    /** The segments of which receipts are made on that day, in the order in which they were approved. */
    async inUse(day: string): Promise<InUse[]> {
      return (await used()).segments.filter(({ code }) => isOfYear(code, day));
    },

    /** The numbers of a code that were proposed or given already. */
    async taken(code: string): Promise<Taken> {
      const row = await table.get(codeKey(code));
      return row ? ranges().parse(row) : { version: 0, ranges: [] };
    },

    /** Since when too few are left, as the clock has found it; undefined where it has not. */
    async shortSince(): Promise<Date | undefined> {
      const row = await table.get(shortKey);
      return row && shortage().parse(row).since;
    },

    /** Too few are left, or no more so: what stands there is since when. */
    async noteShort(isShort: boolean, at: Date): Promise<void> {
      const known = await table.get(shortKey);
      if (isShort && !known) await table.transact([{ put: { ...shortKey, schema: 1, since: at.toISOString() } }]);
      if (!isShort && known) await table.transact([{ remove: shortKey }]);
    },

    list: (at: PageAt) =>
      pageOf(table, { n: 1, partitions: [segmentsKey], newestFirst: true, keyOf: segmentKey, itemIn: segmentIn }, at),
  };
}

function segmentActs(table: Table, reading: ReturnType<typeof segmentReading>) {
  return {
    /** It waits for another person; its numbers are nobody else's from now on. */
    async propose(found: Segment, { version, ranges: before }: Taken, cause: Cause): Promise<void> {
      const { id, from, to } = found;
      await table.transact([
        ...markWrites(cause),
        ...recordWrites(found, 'propose', cause),
        versioned(codeKey(found.code), version, { ranges: [...before, { id, from, to }] }),
      ]);
    },

    /** Its numbers may be proposed again. */
    async reject(found: Segment, cause: Cause): Promise<void> {
      const { version, ranges: before } = await reading.taken(found.code);
      await table.transact([
        ...markWrites(cause),
        ...recordWrites(found, 'reject', cause),
        versioned(codeKey(found.code), version, { ranges: before.filter(({ id }) => id !== found.id) }),
      ]);
    },

    /** Receipts are made of it from now on; those of which nothing is left are looked at no more. */
    async approve(found: Segment, begun: readonly Lane[], cause: Cause): Promise<void> {
      const { version, segments } = await reading.used();
      const left = await Promise.all(segments.map(async (one) => ({ one, left: leftIn(await reading.lanes(one.id)) })));
      const others = left.filter((one) => one.left > 0).map(({ one }) => one);
      const { id, code, from, to } = found;
      await table.transact([
        ...markWrites(cause),
        ...recordWrites(found, 'approve', cause),
        ...begun.map((part): Write => ({ put: { ...laneKey(part), schema: 1, ...part }, when: ifAbsent })),
        versioned(inUseKey, version, { segments: [...others, { id, code, from, to }] }),
      ]);
    },

    /** What is left of it is void: nothing is made of it any more. Fails where a number is taken meanwhile. */
    async close(found: Segment, parts: readonly Lane[], cause: Cause): Promise<void> {
      const { version, segments } = await reading.used();
      await table.transact([
        ...markWrites(cause),
        ...recordWrites(found, 'close', cause),
        ...parts.map((part) => nextWrite(part, part.to + 1)),
        versioned(inUseKey, version, { segments: segments.filter(({ id }) => id !== found.id) }),
      ]);
    },
  };
}

function recordWrites(found: Segment, act: SegmentAct | 'propose', cause: Cause): Write[] {
  const { pk } = segmentKey(found.id);
  const { recorded, entryRow } = timelineRow(found, { pk, act, version: found.version }, cause);
  const when = found.version === 1 ? ifAbsent : ifVersion(found.version - 1);
  return [
    { put: segmentRow(recorded), when },
    { put: entryRow, when: ifAbsent },
  ];
}

/** Numbers given, and left, of these segments. */
export async function countOf(
  segments: readonly InUse[],
  { lanes }: Pick<ReturnType<typeof segmentStore>, 'lanes'>,
): Promise<{ given: number; left: number }> {
  const each = await Promise.all(segments.map(async ({ id }) => leftIn(await lanes(id))));
  return {
    given: segments.reduce((sum, one) => sum + sizeOf(one), 0),
    left: each.reduce((sum, one) => sum + one, 0),
  };
}

/** Takes these numbers, unless another was first. */
export const drawWrites = (drawn: readonly Drawn[]): Write[] =>
  drawn.map(({ lane: part, count }) => nextWrite(part, part.next + count));

const nextWrite = (part: Lane, next: number): Write => ({
  update: laneKey(part),
  set: { next },
  when: { expression: '#next = :seen', names: { '#next': 'next' }, values: { ':seen': part.next } },
});

const versioned = (key: Key, version: number, is: Row): Write => ({
  put: { ...key, schema: 1, version: version + 1, ...is },
  when: version === 0 ? ifAbsent : ifVersion(version),
});
