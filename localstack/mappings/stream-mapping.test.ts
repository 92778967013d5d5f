import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createActivity } from '../activity.ts';
import { createClock } from '../clock.ts';
import type { Stream } from '../dynamodb/stream.ts';
import { compilePattern } from '../events/pattern.ts';
import type { Outcome } from '../lambda/spec.ts';
import { startStreamMapping } from './stream-mapping.ts';

// Time stands still: what is not delivered at once is not delivered.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const record = (name: string): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: name, Keys: { pk: { S: name } } },
});

/** A stream of changes that are all there from the beginning, and up to where they were done. */
function streamOf(names: string[]): { stream: Stream; done: number[] } {
  const left = names.map(record);
  const done: number[] = [];
  const stream: Stream = {
    async next(signal, limit) {
      if (left.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      }
      const records = left.splice(0, limit);
      return { records, last: names.length - left.length };
    },
    done: ({ last }) => void done.push(last),
    depth: () => names.length - (done.at(-1) ?? 0),
  };
  return { stream, done };
}

/** Runs a mapping of batches of 100 rows of the outbox until nothing is left to be read at once. */
async function given(names: string[]): Promise<{ batches: string[][]; done: number[] }> {
  const { stream, done } = streamOf(names);
  const batches: string[][] = [];
  const pool = {
    async invoke(event: string): Promise<Outcome> {
      batches.push([...event.matchAll(/"SequenceNumber":"([^"]+)"/g)].map(([, name]) => name ?? ''));
      return { ok: true, payload: 'null' };
    },
  };
  const plan = {
    source: 'the stream of a table',
    stream,
    batchSize: 100,
    filters: [compilePattern({ dynamodb: { Keys: { pk: { S: [{ prefix: 'OUT#' }] } } } })],
    partial: true,
    bisect: true,
    retries: 0,
    maximumAgeMs: Number.POSITIVE_INFINITY,
    giveUp: () => {},
  };
  const mapping = startStreamMapping(plan, { pool, clock: createClock(), activity: createActivity() });
  await vi.advanceTimersByTimeAsync(0);
  await mapping.stop();
  return { batches, done };
}

const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}#${n}`);

test('changes that no filter wants hold back nothing that comes after them', async () => {
  const { batches, done } = await given([...named('REC', 5000), 'OUT#last']);
  expect(batches).toEqual([['OUT#last']]);
  expect(done.at(-1)).toBe(5001);
});

test('what was read at once is delivered in its order, in batches as large as asked', async () => {
  const wanted = named('OUT', 250);
  const { batches, done } = await given(wanted.flatMap((name) => [name, `REC of ${name}`]));
  expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(batches.flat()).toEqual(wanted);
  expect(done).toEqual([500]);
});
