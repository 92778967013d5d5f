import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Conflict } from '#shared/conflict';
import { ifAbsent, ifSequence, ifVersion, type Table } from '#shared/table';
import { engineForTests } from '../test/support/engine-table.ts';

const engine = engineForTests();

const row = (pk: string, sk = 'REC', rest = {}) => ({ pk, sk, ...rest });
const conflictOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Conflict ? error.on : String(error)),
  );

describe.each(engine.tables)('%s of a table', (_, create) => {
  let table: Table;
  beforeEach(async () => {
    table = await create();
  });

  test('gives back what was put: nesting, numbers, bytes, nothing for what is undefined', async () => {
    const put = row('a', 'REC', { version: 1, list: [{ deep: { n: 1.5 } }], no: undefined, yes: true, empty: '' });
    await table.put({ ...put, bytes: Buffer.from('abc') }, ifAbsent);
    const found = await table.get({ pk: 'a', sk: 'REC' });
    expect({ ...found, bytes: undefined }).toEqual({ ...put });
    expect(found && 'no' in found).toBe(false);
    expect(Buffer.from(z.instanceof(Uint8Array).parse(found?.['bytes'])).toString()).toBe('abc');
    expect(await table.get({ pk: 'a', sk: 'ELSE' })).toBeUndefined();
  });

  test('gets many rows in the order of the keys, with gaps', async () => {
    await table.put(row('a'), ifAbsent);
    await table.put(row('b'), ifAbsent);
    const keys = ['b', 'none', 'a'].map((pk) => ({ pk, sk: 'REC' }));
    expect(await table.getAll(keys)).toEqual([row('b'), undefined, row('a')]);
  });

  test('an object that a row cannot hold is refused, not flattened', async () => {
    await expect(table.put(row('a', 'REC', { at: new Date(0) }), ifAbsent)).rejects.toThrow(/class|convert/i);
  });

  test.each([row(''), row('a', ''), row('a', 'REC', { pk1: '', sk1: 'x' }), row('a', 'REC', { pk1: 'x', sk1: '' })])(
    'an empty key is refused: %o',
    async (wrong) => {
      await expect(table.put(wrong, ifAbsent)).rejects.toMatchObject({ name: 'ValidationException' });
    },
  );

  test('what is added to a row is counted, in a transaction that is all or nothing', async () => {
    const key = { pk: 'count', sk: 'a' };
    const add = (n: number) => ({ add: key, by: { state: n, days3: 1 }, set: { value: 'amr' } });
    await table.transact([{ put: row('mark'), when: ifAbsent }, add(2)]);
    await table.transact([add(3)]);
    expect(await conflictOf(table.transact([{ put: row('mark'), when: ifAbsent }, add(5)]))).not.toBe('none');
    expect(await table.get(key)).toEqual({ ...key, state: 5, days3: 2, value: 'amr' });
  });

  test('a counter begins at what is first added, and gives what it has come to', async () => {
    const key = { pk: 'count', sk: 'b' };
    expect([await table.count(key), await table.count(key, { many: 3, expiresAt: 9 })]).toEqual([1, 4]);
    expect(await table.get(key)).toEqual({ ...key, n: 4, expiresAt: 9 });
  });

  test('a row is put once where it must be absent', async () => {
    await table.put(row('a', 'REC', { n: 1 }), ifAbsent);
    expect(await conflictOf(table.put(row('a', 'REC', { n: 2 }), ifAbsent))).toBe('version');
    expect(await table.get({ pk: 'a', sk: 'REC' })).toEqual(row('a', 'REC', { n: 1 }));
  });

  test('without a condition a row is put whatever was there', async () => {
    await table.put(row('a', 'REC', { n: 1, old: true }));
    await table.put(row('a', 'REC', { n: 2 }));
    expect(await table.get({ pk: 'a', sk: 'REC' })).toEqual(row('a', 'REC', { n: 2 }));
  });

  test('a row is replaced only from the version, or the sequence, that was seen', async () => {
    await table.put(row('a', 'REC', { version: 1, sequence: 4 }), ifAbsent);
    expect(await conflictOf(table.put(row('a', 'REC', { version: 3 }), ifVersion(2)))).toBe('version');
    expect(await conflictOf(table.put(row('a', 'REC', { version: 3 }), ifSequence(5)))).toBe('version');
    expect(await conflictOf(table.put(row('none'), ifVersion(1)))).toBe('version');
    await table.put(row('a', 'REC', { version: 2, sequence: 4 }), ifVersion(1));
    await table.put(row('a', 'REC', { version: 2, sequence: 5 }), ifSequence(4));
    expect(await table.get({ pk: 'a', sk: 'REC' })).toEqual(row('a', 'REC', { version: 2, sequence: 5 }));
  });

  test('a transaction puts, updates, removes and checks, all together', async () => {
    await table.put(row('a', 'REC', { version: 1, kept: true }), ifAbsent);
    await table.put(row('b', 'REC', { version: 1 }), ifAbsent);
    await table.transact([
      { put: row('mark'), when: ifAbsent },
      { update: { pk: 'a', sk: 'REC' }, set: { version: 2, at: 'now' }, when: ifVersion(1) },
      { remove: { pk: 'b', sk: 'REC' }, when: ifVersion(1) },
      { check: { pk: 'c', sk: 'REC' }, when: ifAbsent },
      { put: row('d', 'REC', { n: 1 }) },
    ]);
    const keys = ['mark', 'a', 'b', 'c', 'd'].map((pk) => ({ pk, sk: 'REC' }));
    expect(await table.getAll(keys)).toEqual([
      row('mark'),
      row('a', 'REC', { version: 2, kept: true, at: 'now' }),
      undefined,
      undefined,
      row('d', 'REC', { n: 1 }),
    ]);
  });

  test.each([
    ['mark', 'a mark is refused', { sk: 'MARK', first: true, second: false }],
    ['mark', 'a mark and another are refused', { sk: 'MARK', first: true, second: true }],
    ['version', 'another than the mark is refused', { sk: 'MARK', first: false, second: true }],
    ['version', 'the first is refused, and is no mark', { sk: 'REC', first: true, second: false }],
  ])('a conflict on %s, and nothing written, where %s', async (on, __, { sk, first, second }) => {
    await table.put(row('taken', sk), ifAbsent);
    const writes = [
      { put: row(first ? 'taken' : 'first', sk, { n: 1 }), when: ifAbsent },
      { put: row('new') },
      { put: row('rec', 'REC', { version: 2 }), when: second ? ifVersion(1) : ifAbsent },
    ];
    expect(await conflictOf(table.transact(writes))).toBe(on);
    const keys = [...['taken', 'first'].map((pk) => ({ pk, sk })), ...['new', 'rec'].map((pk) => ({ pk, sk: 'REC' }))];
    expect(await table.getAll(keys)).toEqual([row('taken', sk), undefined, undefined, undefined]);
  });

  test('a check, an update or a removal that does not hold stops the transaction', async () => {
    const others = [
      { check: { pk: 'a', sk: 'REC' }, when: ifVersion(1) },
      { update: { pk: 'a', sk: 'REC' }, set: { n: 1 }, when: ifVersion(1) },
      { remove: { pk: 'a', sk: 'REC' }, when: ifVersion(1) },
    ];
    for (const other of others) {
      expect(await conflictOf(table.transact([{ put: row('mark'), when: ifAbsent }, other]))).toBe('version');
    }
    expect(await table.get({ pk: 'mark', sk: 'REC' })).toBeUndefined();
  });

  test('two writes of one item are a mistake of the caller, not a lost race', async () => {
    const work = table.transact([{ put: row('a') }, { put: row('a', 'REC', { n: 1 }) }]);
    await expect(work).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test('the engine: a transaction in conflict is a lost race', async () => {
  const table = await engine.create();
  engine.faults.add({ kind: 'transaction-conflict', times: 1 });
  expect(await conflictOf(table.transact([{ put: row('a'), when: ifAbsent }]))).toBe('version');
});

test('the engine: a transaction whose reply is lost is asked for again and done once', async () => {
  const table = await engine.create();
  engine.faults.add({ kind: 'lost-reply', operation: 'TransactWriteItems', times: 1 });
  await table.transact([
    { put: row('mark'), when: ifAbsent },
    { put: row('a', 'REC', { n: 1 }), when: ifAbsent },
  ]);
  expect(await table.get({ pk: 'a', sk: 'REC' })).toEqual(row('a', 'REC', { n: 1 }));
});
