import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { RefundChange } from '../domain/refund/act.ts';
import type { RefundState } from '../domain/refund/graph.ts';
import type { Refund } from '../domain/refund/refund.ts';
import { backed, nothingBacked, type Backed } from '../domain/refund/reserve.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { sifted } from './sifted.ts';
import {
  backKey,
  proposalKey,
  refundIn,
  refundKey,
  refundRow,
  refundsInKey,
  refundsOfKey,
  refundsOfUnitKey,
} from './rows.ts';

/** What is promised of a bill changes with its refunds. */
export interface BackChange {
  billId: string;
  before: Backed;
  after: Backed;
}

const onTheirWay = ['approved', 'pending', 'unknown', 'stuck', 'redirected', 'paying-out'] as const;

/** Refunds, and what is promised of the bills that they are of. */
export function refundStore(table: Table, publisher: Publisher) {
  const load = async (id: string): Promise<Refund | undefined> => {
    const row = await table.get(refundKey(id));
    return row && refundIn(row);
  };
  const rows = { keyOf: refundKey, itemIn: refundIn };
  return {
    load,

    /** The refunds of a bill, or of what no bill of an order took, the newest first. */
    of: (id: string, at: PageAt): Promise<Page<Refund>> =>
      pageOf(table, { n: 1, partitions: [refundsOfKey(id)], newestFirst: true, ...rows }, at),

    /** The refunds that stand so, the oldest first. */
    standing: (state: RefundState, at: PageAt): Promise<Page<Refund>> =>
      pageOf(table, { n: 2, partitions: [refundsInKey(state)], newestFirst: false, ...rows }, at),

    /** What nobody's bill took and is on its way back, the longest first. */
    surplusOnItsWay(fits: (one: Refund) => boolean, at: PageAt): Promise<Page<Refund>> {
      const standing = { n: 2 as const, partitions: onTheirWay.map(refundsInKey), newestFirst: false, ...rows };
      return sifted((where) => pageOf(table, standing, where), {
        ...at,
        fits: (one) => one.of.kind === 'surplus' && fits(one),
        placeOf: ({ createdAt, id }) => `${createdAt.toISOString()}#${id}`,
      });
    },
    /** Those that a unit must verify, the oldest first. */
    ofUnit: (unit: NonNullable<Refund['unit']>, at: PageAt): Promise<Page<Refund>> =>
      pageOf(table, { n: 3, partitions: [refundsOfUnitKey(unit)], newestFirst: false, ...rows }, at),

    /** What is promised of a bill. */
    async backOf(billId: string): Promise<Backed> {
      const row = await table.get(backKey(billId));
      return row ? backed().parse(row) : nothingBacked;
    },

    /** Whether this proposal of intake has been taken in. */
    isKnown: async (proposal: string): Promise<boolean> => (await table.get(proposalKey(proposal))) !== undefined,

    /**
     * Records, timelines, ledger entries, what is promised of the bill, facts and mark in one transaction. Several only where they
     * are made by one act, one for each merchant.
     */
    async save(
      changes: readonly RefundChange[],
      cause: Cause,
      { back, proposal, more = [] }: { back?: BackChange; proposal?: string; more?: readonly Write[] } = {},
    ): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...changes.flatMap((change) => refundWrites(change, cause, publisher)),
        ...(back ? [backWrite(back)] : []),
        ...(proposal ? [{ put: { ...proposalKey(proposal), schema: 1 }, when: ifAbsent }] : []),
        ...more,
      ]);
    },
  };
}

/** The writes of an act of a refund; also those of one that an order makes, of what it cannot take. */
export function refundWrites(change: RefundChange, cause: Cause, publisher: Publisher): Write[] {
  const { before, refund, act, entries, facts } = change;
  const { pk } = refundKey(refund.id);
  const { recorded, entryRow: told } = timelineRow(refund, { pk, act, version: refund.version }, cause);
  return [
    { put: refundRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: told, when: ifAbsent },
    ...dueWrites(pk, { was: before?.askAt, is: refund.askAt }, cause.at),
    ...entryWrites({ entries, of: refund.orderId }, cause, publisher),
    ...outboxWrites(publisher, refund, { facts, cause }),
  ];
}

export function backWrite({ billId, before, after }: BackChange): Write {
  const when = before.version === 0 ? ifAbsent : ifVersion(before.version);
  return { put: { ...backKey(billId), schema: 1, ...plain(after) }, when };
}
