import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { OrderChange } from '../domain/order/act.ts';
import type { ShiftChange } from '../domain/shift/act.ts';
import type { ShiftState } from '../domain/shift/graph.ts';
import type { Shift } from '../domain/shift/shift.ts';
import { entryWrites } from './ledger.ts';
import { orderWrites } from './orders.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { suspenseWrites } from './suspense.ts';
import { shiftIn, shiftKey, shiftRow, shiftsInKey, shiftsOfKey, tillKey } from './rows.ts';

/** The shifts of cashiers, and what they take in them. */
export function shiftStore(table: Table, publisher: Publisher) {
  const rows = { keyOf: shiftKey, itemIn: shiftIn };
  return {
    async load(id: string): Promise<Shift | undefined> {
      const row = await table.get(shiftKey(id));
      return row && shiftIn(row);
    },

    /** Whether a cashier has a shift open. */
    hasOpen: async (cashier: string): Promise<boolean> => (await table.get(tillKey(cashier))) !== undefined,

    /** A cashier's own, the newest first. */
    of: (cashier: string, at: PageAt): Promise<Page<Shift>> =>
      pageOf(table, { n: 1, partitions: [shiftsOfKey(cashier)], newestFirst: true, ...rows }, at),

    /** All that stand so, the oldest first. */
    standing: (state: ShiftState, at: PageAt): Promise<Page<Shift>> =>
      pageOf(table, { n: 2, partitions: [shiftsInKey(state)], newestFirst: false, ...rows }, at),

    /** Record, timeline entry, ledger entries and mark in one transaction. */
    async save(change: ShiftChange, cause: Cause, more: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...shiftWrites(change, cause, publisher), ...more]);
    },

    /** A payment at the counter: the order that is paid, and the shift that has it, in one transaction. */
    async take({ order, shift }: { order: OrderChange; shift: ShiftChange }, cause: Cause): Promise<void> {
      const { writes } = orderWrites(order, cause, publisher);
      await table.transact([...markWrites(cause), ...writes, ...shiftWrites(shift, cause, publisher)]);
    },
  };
}

function shiftWrites(change: ShiftChange, cause: Cause, publisher: Publisher): Write[] {
  const { before, shift, act, entries, suspended } = change;
  const { pk } = shiftKey(shift.id);
  const { recorded, entryRow } = timelineRow(shift, { pk, act, version: shift.version }, cause);
  return [
    { put: shiftRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...tillWrites(change),
    ...entryWrites({ entries, of: shift.id }, cause, publisher),
    ...(suspended ? suspenseWrites(suspended, cause, publisher) : []),
  ];
}

/** A cashier keeps one till at a time: until another person has sealed what it held. */
function tillWrites({ before, shift: { cashier, id, state } }: ShiftChange): Write[] {
  if (!before) return [{ put: { ...tillKey(cashier), schema: 1, shiftId: id }, when: ifAbsent }];
  return state === 'sealed' && before.state !== 'sealed' ? [{ remove: tillKey(cashier) }] : [];
}
