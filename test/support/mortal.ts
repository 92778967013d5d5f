import type { Table } from '#shared/table';
import type { FakeTable } from '#shared/table.fake';

/** The table for a function that is killed at its n-th write: before it is made, or behind it. */
export function mortal(table: FakeTable, writes: number, done: boolean): Table {
  let left = writes;
  const lived = async <T>(write: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left === 0 && done) await write();
    if (left <= 0) throw new Error('killed');
    return write();
  };
  return { ...table, put: (...of) => lived(() => table.put(...of)), transact: (of) => lived(() => table.transact(of)) };
}
