import { beforeEach, describe, expect, test } from 'vitest';
import type { Lookup, Table } from '#shared/table';
import { engineForTests } from '../test/support/engine-table.ts';

const engine = engineForTests();

const row = (pk: string, sk = 'REC', rest = {}) => ({ pk, sk, ...rest });
const compare = (a: unknown, b: unknown) => String(a).localeCompare(String(b));
const sorts = ['A#1', 'A#2', 'FORM', 'REC', 'T#000001', 'T#000002'];
const all = async (table: Table, lookup: Lookup) => {
  const pages = [];
  for (let after: Lookup['after']; ;) {
    const { rows, last } = await table.query({ ...lookup, ...(after && { after }) });
    pages.push(rows.map(({ sk }) => sk));
    if (!last) return pages;
    after = last;
  }
};

describe.each(engine.tables)('queries of %s of a table', (_, create) => {
  let table: Table;
  beforeEach(async () => {
    table = await create();
  });

  beforeEach(async () => {
    await table.transact([...sorts.map((sk) => ({ put: row('case', sk) })), { put: row('other') }]);
  });

  test.each<[string, Partial<Lookup>, string[]]>([
    ['a whole partition by sort key', {}, sorts],
    ['newest first', { newestFirst: true }, sorts.toReversed()],
    ['from a sort key on', { from: 'REC' }, ['REC', 'T#000001', 'T#000002']],
    ['up to a sort key', { until: 'FORM' }, ['A#1', 'A#2', 'FORM']],
    ['from one sort key to another', { from: 'A#2', until: 'REC' }, ['A#2', 'FORM', 'REC']],
    ['by a prefix', { prefix: 'A#' }, ['A#1', 'A#2']],
    ['nothing', { partition: 'none' }, []],
  ])('give %s', async (__, lookup, expected) => {
    expect((await all(table, { partition: 'case', ...lookup })).flat()).toEqual(expected);
  });

  test('go on behind the last row of a page, in both directions', async () => {
    expect((await all(table, { partition: 'case', limit: 4 })).slice(0, 2)).toEqual([
      sorts.slice(0, 4),
      sorts.slice(4),
    ]);
    const backwards = await all(table, { partition: 'case', limit: 4, newestFirst: true });
    expect(backwards.flat()).toEqual(sorts.toReversed());
  });

  test('a page that the limit has filled names where it ended, though nothing follows', async () => {
    const { rows, last } = await table.query({ partition: 'case', limit: sorts.length });
    expect([rows.length, last]).toEqual([sorts.length, { pk: 'case', sk: 'T#000002' }]);
  });

  test('an index holds the rows that have its keys, sorted by its own, and pages on equal sort keys', async () => {
    const listed = (id: string, sk1: string) => ({ put: row(id, 'REC', { pk1: 'TASK', sk1, n: 1 }) });
    await table.transact([listed('c', '1'), listed('b', '2'), listed('a', '2'), listed('d', '0')]);
    await table.transact([
      { put: row('e', 'REC', { pk1: 'ELSE', sk1: '1' }) },
      { put: row('f', 'REC', { pk1: 'TASK' }) },
    ]);

    const first = await table.query({ index: 'index1', partition: 'TASK', limit: 3 });
    expect(first.rows.map(({ pk }) => pk).slice(0, 2)).toEqual(['d', 'c']);
    expect(Object.keys(first.last ?? {}).toSorted(compare)).toEqual(['pk', 'pk1', 'sk', 'sk1']);
    const second = await table.query({ index: 'index1', partition: 'TASK', limit: 3, after: first.last });
    const both = [...first.rows, ...second.rows];
    expect(both.map(({ pk }) => pk).toSorted(compare)).toEqual(['a', 'b', 'c', 'd']);
    expect(both[0]).toEqual(row('d', 'REC', { pk1: 'TASK', sk1: '0', n: 1 }));
  });

  test('start behind a place where no row is', async () => {
    const { rows } = await table.query({ partition: 'case', after: { pk: 'case', sk: 'B' } });
    expect(rows.map(({ sk }) => sk)).toEqual(['FORM', 'REC', 'T#000001', 'T#000002']);
  });
});
