import { expect, test } from 'vitest';
import { Conflict } from '#shared/conflict';
import { ifAbsent } from '#shared/table';
import { fakeTable } from '#shared/table.fake';

const row = (pk: string) => ({ pk, sk: 'REC' });
const conflictOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Conflict ? error.on : String(error)),
  );

test.each([
  ['condition', 'version'],
  ['transaction-conflict', 'version'],
  ['lost-reply', 'Error: socket hang up'],
  ['outage', 'InternalServerError: Internal server error'],
] as const)('%s', async (fault, expected) => {
  const table = fakeTable();
  for (const write of [
    () => table.transact([{ put: row('a') }, { put: row('b') }]),
    () => table.put(row('a'), ifAbsent),
  ]) {
    table.spoil(fault);
    expect(await conflictOf(write())).toBe(expected);
    expect(table.rows().length > 0).toBe(fault === 'lost-reply');
    await table.transact([{ remove: row('a') }, { remove: row('b') }]);
  }
});

// The engine takes any of these; DynamoDB does not.
test.each([
  ['an empty key', { pk: 'case', sk: '' }],
  ['a missing key', { pk: 'case' }],
  ['another partition', { pk: 'other', sk: 'REC' }],
])('a query cannot start behind %s', async (_, after) => {
  const work = fakeTable().query({ partition: 'case', after });
  await expect(work).rejects.toMatchObject({ name: 'ValidationException' });
});

test('another writer comes between reading and writing, once', async () => {
  const table = fakeTable();
  table.beforeNextWrite(() => table.put(row('a'), ifAbsent));
  expect(await conflictOf(table.put(row('a'), ifAbsent))).toBe('version');
  await table.put(row('b'), ifAbsent);
  expect(table.calls).toEqual(['PutItem', 'PutItem', 'PutItem']);
});
