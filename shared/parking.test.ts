import { beforeEach, describe, expect, test } from 'vitest';
import type { Cause } from '#shared/cause';
import { countOverdue, parkedKey, parkWrite, readParked, unparkWrite } from '#shared/parking';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../test/support/facts.ts';

const at = (minutes: number) => new Date(Date.parse('2026-08-03T01:00:00Z') + minutes * 60_000);
const cause = (minutes: number): Cause => ({
  at: at(minutes),
  actor: { sub: 'service:demo', kind: 'service', partyId: 'none' },
  office: 'gulou/demo',
  correlationId: 'chain-0001',
  causationId: 'c',
});

let table: FakeTable;
beforeEach(() => {
  table = fakeTable();
});
const parked = async (awaited = 'case-1') => readParked(awaited, await table.get(parkedKey(awaited)));
const park = async (n: number, minutes = 0, awaited = 'case-1') => {
  const event = envelopeOf({ id: uuid(n), sequence: n });
  await table.transact([parkWrite(await parked(awaited), event, cause(minutes))]);
};

test('nothing is parked at first', async () => {
  expect(await parked()).toMatchObject({ awaited: 'case-1', version: 0, events: [] });
});

test('facts are kept in the order in which they came', async () => {
  await park(3);
  await park(2);
  const found = await parked();
  expect(found.version).toBe(2);
  expect(found.events).toEqual([envelopeOf({ id: uuid(3), sequence: 3 }), envelopeOf({ id: uuid(2), sequence: 2 })]);
});

describe('a race', () => {
  test('of two facts to be parked: the second sees the first', async () => {
    const seen = await parked();
    await park(1);
    await expect(table.transact([parkWrite(seen, envelopeOf(), cause(0))])).rejects.toMatchObject({ on: 'version' });
    expect((await parked()).events).toHaveLength(1);
  });

  test.each([0, 1])(
    'of a fact parked beside %i others while the awaited one arrives: it is not lost',
    async (before) => {
      if (before > 0) await park(1);
      const seen = await parked();
      await park(2);
      await expect(table.transact([unparkWrite(seen)])).rejects.toThrow('conflict');
      expect((await parked()).events).toHaveLength(before + 1);
    },
  );
});

test('what was parked is taken away with the arrival, and nothing where there was none', async () => {
  await park(1);
  await table.transact([unparkWrite(await parked())]);
  await table.transact([unparkWrite(await parked('case-2'))]);
  expect(table.rows()).toEqual([]);
});

describe('the alarm', () => {
  test.each([
    [59, 0],
    [60, 0],
    [61, 1],
  ])('after %i minutes counts %i', async (minutes, expected) => {
    await park(1);
    expect(await countOverdue(table, at(minutes))).toBe(expected);
  });

  test('counts from the first fact: a later one for the same case does not put it off', async () => {
    await park(1);
    await park(2, 50);
    expect(await countOverdue(table, at(61))).toBe(1);
  });

  test('counts the cases, not the facts, and those no more that have arrived', async () => {
    await park(1);
    await park(2);
    await park(3, 0, 'case-2');
    await park(4, 30, 'case-3');
    await park(5, 0, 'case-4');
    await table.transact([unparkWrite(await parked('case-4'))]);
    expect(await countOverdue(table, at(61))).toBe(2);
  });
});
