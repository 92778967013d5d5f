import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Condition, type Key, type Table, type Write } from '#shared/table';
import type { Bill } from '../domain/bill/bill.ts';
import { billKey } from './rows.ts';

/**
 * 交款人: what the payer of a bill is called, for receipts. A row of its own beside the bill: the bill's record and its chained
 * timeline hold nothing personal, and it can go without them. It also says when and by which fact, or which request, it was read.
 */
export const payerName = once(() =>
  z.object({ name: z.string(), revision: z.int().min(1), takenAt: z.coerce.date(), takenBy: z.string() }),
);
export type PayerName = z.infer<ReturnType<typeof payerName>>;

const nameKey = (billId: string): Key => ({ pk: `BILL#${billId}`, sk: 'PAYER' });

/** With a new bill, in its transaction. */
export const nameWrite = (billId: string, found: PayerName): Write => ({
  put: { ...nameKey(billId), schema: 1, ...plain(found) },
  when: ifAbsent,
});
/** Nobody pays the bill any more. */
export const unnameWrite = (billId: string): Write => ({ remove: nameKey(billId) });

const ifSame = (revision: number): Condition => ({
  expression: '#revision = :revision',
  names: { '#revision': 'revision' },
  values: { ':revision': revision },
});

interface Naming {
  before: PayerName | undefined;
  is: PayerName;
}

export function payerNameStore(table: Table) {
  const get = async (billId: string): Promise<PayerName | undefined> => {
    const row = await table.get(nameKey(billId));
    return row && payerName().parse(row);
  };
  return {
    get,

    /** What the payer of the first of these bills is called of whom that is known. */
    async ofAny(billIds: readonly string[]): Promise<string | undefined> {
      const rows = billIds.length === 0 ? [] : await table.getAll([...new Set(billIds)].map(nameKey));
      const found = rows.find((row) => row !== undefined);
      return found && payerName().parse(found).name;
    },

    /** In the place of what was read, of a bill that is still as it was read. */
    async keep({ id, version }: Pick<Bill, 'id' | 'version'>, { before, is }: Naming, cause: Cause): Promise<void> {
      const row = { ...nameKey(id), schema: 1, ...plain(is) };
      const isAsRead: Write = { check: billKey(id), when: ifVersion(version) };
      await table.transact([
        ...markWrites(cause),
        { put: row, when: before ? ifSame(before.revision) : ifAbsent },
        isAsRead,
      ]);
    },
  };
}
