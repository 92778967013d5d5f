import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { pageOf, type PageAt } from '#shared/record-page';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import {
  payoutAccount,
  type PayoutAccount,
  type PayoutAccountChange,
  type PayoutAccountState,
} from '../domain/settlement/payout-account.ts';

/** The rows of one: `PAYOUT-ACCOUNT#<id>` with REC and T#<n>, among those that stand so (index2); which of a payee's is in force. */
const keyOf = (id: string): Key => ({ pk: `PAYOUT-ACCOUNT#${id}`, sk: 'REC' });
const liveKey = (payee: string): Key => ({ pk: `PAYOUT-ACCOUNTS#${payee}`, sk: 'LIVE' });
const standingKey = (state: PayoutAccountState) => `PAYOUT-ACCOUNTS-IN#${state}`;
const itemIn = ({ schema, pk, sk, pk2, sk2, ...row }: Row): PayoutAccount => payoutAccount().parse(row);
const live = once(() => z.object({ id: z.uuid(), version: z.int() }));

/** 收款账户: where payees with accounts of their own are paid, each change by two people. */
export function payoutAccountStore(table: Table) {
  const load = async (id: string): Promise<PayoutAccount | undefined> => {
    const row = await table.get(keyOf(id));
    return row && itemIn(row);
  };
  const pointer = async (payee: string) => {
    const row = await table.get(liveKey(payee));
    return row && live().parse(row);
  };
  return {
    load,

    /** The one in force; undefined before the first of a payee. */
    async of(payee: string): Promise<PayoutAccount | undefined> {
      const found = await pointer(payee);
      return found && load(found.id);
    },

    /** Those that stand so, the oldest first. */
    standing: (state: PayoutAccountState, at: PageAt): Promise<Page<PayoutAccount>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, keyOf, itemIn }, at),

    async save(change: PayoutAccountChange, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...writesOf(change, cause)]);
    },

    /** From now on it is the one in force, in the place of another; fails where a third has become so meanwhile. */
    async putInForce(change: PayoutAccountChange, was: PayoutAccountChange | undefined, cause: Cause): Promise<void> {
      const { payee, id } = change.after;
      const at = await pointer(payee);
      const put = { ...liveKey(payee), schema: 1, id, version: (at?.version ?? 0) + 1 };
      await table.transact([
        ...markWrites(cause),
        ...writesOf(change, cause),
        ...(was ? writesOf(was, cause) : []),
        { put, when: at ? ifVersion(at.version) : ifAbsent },
      ]);
    },
  };
}

function writesOf({ before, after, act }: PayoutAccountChange, cause: Cause): Write[] {
  const { pk, sk } = keyOf(after.id);
  const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
  const stands = { pk2: standingKey(after.state), sk2: `${after.proposedAt.toISOString()}#${after.id}` };
  return [
    { put: { pk, sk, schema: 1, ...plain(recorded), ...stands }, when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
  ];
}
