import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import { ifVersion, type Table, type Write } from '#shared/table';
import type { Expected } from '../domain/bank/expected.ts';
import type { Decided } from '../domain/exception/act.ts';
import type { Plan } from '../domain/exception/plan.ts';
import type { Order } from '../domain/order/order.ts';
import type { Refund } from '../domain/refund/refund.ts';
import type { Released } from '../domain/remittance/released.ts';
import type { SuspenseChange } from '../domain/suspense/act.ts';
import { expectedWrites } from './expected.ts';
import { exceptionWrites, waitsFor } from './exceptions.ts';
import { entryWrites } from './ledger.ts';
import { orderWrites } from './orders.ts';
import { backWrite, refundWrites, type BackChange } from './refunds.ts';
import { releasedWrite } from './released.ts';
import { orderKey, refundKey } from './rows.ts';
import { suspenseWrites } from './suspense.ts';
import { turnWrites, type Turns } from './turns.ts';

/** How an exception ends, with all that it changes elsewhere. */
export interface End {
  decided: Decided;
  plan: Plan;
  /** The exception that ends with it. */
  linked?: Decided;
  suspended?: SuspenseChange;
  release?: Released;
  /** What the bank is to show besides. */
  expected?: Expected;
  backs: readonly BackChange[];
  turns: Turns;
  /** What was looked at and is not changed: it must still be so. */
  seen: { order?: Order; refund?: Refund };
}

/** What two people have decided of a difference. */
export function endStore(table: Table, publisher: Publisher) {
  return {
    /** All of it in one transaction. */
    async save(end: End, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...endWrites(end, cause, publisher)]);
    },
  };
}

function endWrites(end: End, cause: Cause, publisher: Publisher): Write[] {
  const { decided, plan, linked, suspended, release, expected, backs, turns, seen } = end;
  const { id, refundId } = decided.after;
  return [
    ...exceptionWrites(decided, cause).writes,
    ...(linked ? exceptionWrites(linked, cause).writes : []),
    ...entryWrites({ entries: plan.entries, of: id }, cause, publisher),
    ...(plan.order ? orderWrites(plan.order, cause, publisher).writes : unchanged(seen.order, orderKey)),
    ...(plan.refund ? refundWrites(plan.refund, cause, publisher) : unchanged(seen.refund, refundKey)),
    ...(plan.act === 'approve' && refundId ? [waitsFor(refundId, id)] : []),
    ...(suspended ? suspenseWrites(suspended, cause, publisher) : []),
    ...(release ? [releasedWrite(release)] : []),
    ...(expected ? expectedWrites({ after: expected }, cause) : []),
    ...backs.map(backWrite),
    ...turnWrites(turns),
  ];
}

/** A word of the channel that comes meanwhile changes it, and what was decided is looked at again. */
function unchanged(
  found: { id: string; version: number } | undefined,
  keyOf: (id: string) => { pk: string; sk: string },
): Write[] {
  return found ? [{ check: keyOf(found.id), when: ifVersion(found.version) }] : [];
}
