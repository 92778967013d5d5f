import * as z from 'zod';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { Account } from '../domain/receipt/account.ts';
import type { ReceiptChange } from '../domain/receipt/act.ts';
import type { Drawn } from '../domain/receipt/lanes.ts';
import type { Receipt } from '../domain/receipt/receipt.ts';
import type { AccountChange } from '../domain/receipt/settle.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import {
  accountIn,
  accountKey,
  accountRow,
  numberKey,
  paperKey,
  receiptIn,
  receiptKey,
  receiptRow,
  receiptsByKey,
  receiptsOfKey,
  waitingKey,
} from './receipt-rows.ts';
import { drawWrites } from './segments.ts';

const pointer = once(() => z.object({ receiptId: z.uuid() }));
const paper = once(() =>
  z.object({
    ref: z.string(),
    sha256: z.string(),
    certificate: z.string(),
    bytes: z.int(),
    sealedAt: z.coerce.date(),
  }),
);
/** 版式文件: the sealed PDF of a receipt. */
export type Paper = z.infer<ReturnType<typeof paper>>;

/** Receipts, and the accounts by which they are owed. */
export const receiptStore = (table: Table, publisher: Publisher) => ({
  ...receiptReading(table),
  ...receiptWriting(table, publisher),
});

function receiptReading(table: Table) {
  const load = async (id: string): Promise<Receipt | undefined> => {
    const row = await table.get(receiptKey(id));
    return row && receiptIn(row);
  };
  const list = { keyOf: receiptKey, itemIn: receiptIn };
  return {
    load,

    /** A receipt of the caller's own. */
    async get({ parties }: Scope, id: string): Promise<Receipt | undefined> {
      const found = await load(id);
      return found && parties.includes(found.payer) ? found : undefined;
    },

    /** By what is printed on it, the check code left aside. */
    async byNumber(code: string, number: string): Promise<Receipt | undefined> {
      const row = await table.get(numberKey(code, number));
      return row && load(pointer().parse(row).receiptId);
    },

    /** A payer's, by all his ids, the newest first. */
    list: (ids: readonly string[], at: PageAt) =>
      pageOf(table, { ...list, n: 1, partitions: ids.map(receiptsOfKey), newestFirst: true }, at),

    /** Those of a payee and day, the oldest first. */
    byPayee: ({ payee, day }: { payee: string; day: string }, at: PageAt) =>
      pageOf(table, { ...list, n: 2, partitions: [receiptsByKey(payee, day)], newestFirst: false }, at),

    async account(id: string): Promise<Account | undefined> {
      const row = await table.get(accountKey(id));
      return row && accountIn(row);
    },

    /** Accounts that wait for a number, at most so many. */
    async waiting(limit: number): Promise<Account[]> {
      const { rows } = await table.query({ index: 'index2', partition: waitingKey, limit });
      return rows.map(accountIn);
    },

    /** The sealed PDF; undefined where it is not made yet. */
    async paper(id: string): Promise<Paper | undefined> {
      const row = await table.get(paperKey(id));
      return row && paper().parse(row);
    },
  };
}

function receiptWriting(table: Table, publisher: Publisher) {
  return {
    /** Account and receipts with timelines, numbers, facts and mark in one transaction: a number is taken with its receipt, or not at all. */
    async settle({ entered, ...change }: AccountChange, drawn: readonly Drawn[], cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...change.receipts.flatMap((one) => factWrites(one, cause, publisher)),
        ...accountWrites(change, cause),
        ...change.receipts.flatMap((one) => receiptWrites(one, cause)),
        ...drawWrites(drawn),
        ...(entered ? [{ check: receiptKey(entered.id), when: ifVersion(entered.version) }] : []),
      ]);
    },

    /** Record, timeline, facts and mark in one transaction; with an entry that is undone, what waited for that. */
    async save(change: ReceiptChange, cause: Cause, released?: AccountChange): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...factWrites(change, cause, publisher),
        ...receiptWrites(change, cause),
        ...(released ? accountWrites(released, cause) : []),
      ]);
    },

    /** The PDF is made. */
    async keepPaper(id: string, made: Paper, cause: Cause): Promise<void> {
      const row = { ...paperKey(id), schema: 1, ...plain(made) };
      await table.transact([...markWrites(cause), { put: row, when: ifAbsent }]);
    },
  };
}

/** They come before what has a condition: only a mark may be the first write to be refused. */
const factWrites = ({ receipt, facts }: ReceiptChange, cause: Cause, publisher: Publisher): Write[] =>
  outboxWrites(publisher, receipt, { facts, cause });

function accountWrites({ before, account, act }: AccountChange, cause: Cause): Write[] {
  const { pk } = accountKey(account.id);
  const { recorded, entryRow } = timelineRow(account, { pk, act, version: account.version }, cause);
  return [
    { put: entryRow, when: ifAbsent },
    { put: accountRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
  ];
}

function receiptWrites({ before, receipt, act }: ReceiptChange, cause: Cause): Write[] {
  const { id, code, number, version } = receipt;
  const { pk } = receiptKey(id);
  const { recorded, entryRow } = timelineRow(receipt, { pk, act, version }, cause);
  const named: Write = { put: { ...numberKey(code, number), schema: 1, receiptId: id }, when: ifAbsent };
  return [
    { put: receiptRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...(before ? [] : [named]),
  ];
}
