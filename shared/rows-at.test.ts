import { expect, test } from 'vitest';
import { rowsAt } from '#shared/rows-at';
import { fakeTable } from '#shared/table.fake';

const keyOf = (n: number) => ({ pk: `A#${n}`, sk: 'REC' });

test('rows are read at any number of keys, also twice at one and where none lies, a hundred at a time', async () => {
  const table = fakeTable();
  for (let n = 0; n < 250; n++) await table.put({ ...keyOf(n), n });
  table.calls.length = 0;
  const asked = [...Array.from({ length: 251 }, (_, n) => n), 3, 249, 250];
  const found = await rowsAt(table, asked.map(keyOf));
  expect(found.map((row) => row?.['n'])).toEqual(asked.map((n) => (n < 250 ? n : undefined)));
  expect(table.calls).toEqual(['BatchGetItem', 'BatchGetItem', 'BatchGetItem']);
});

test('without keys nothing is read', async () => {
  const table = fakeTable();
  expect([await rowsAt(table, []), table.calls]).toEqual([[], []]);
});
