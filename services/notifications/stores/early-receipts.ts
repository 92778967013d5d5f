import * as z from 'zod';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Table } from '#shared/table';
import type { Receipt } from '../sending/provider.ts';
import { sentKey } from './rows.ts';

/** A message by its provider's own id. */
export interface Named {
  provider: string;
  providerRef: string;
}
/** What a provider has told of a message before its own id of that was known here. */
export interface EarlyReceipt extends Named {
  said: Receipt['said'];
  /** Until when its message is waited for. */
  until: Date;
}

const stored = once(() =>
  z.object({
    provider: z.string(),
    providerRef: z.string(),
    until: z.coerce.date(),
    said: z.discriminatedUnion('is', [
      z.object({ is: z.literal('delivered'), at: z.coerce.date() }),
      z.object({ is: z.literal('failed'), code: z.string(), lasting: z.enum(['permanent', 'temporary', 'technical']) }),
    ]),
  }),
);

const prefix = 'EARLY#';
const earlyKey = ({ provider, providerRef }: Named): Key => ({ pk: `${prefix}${provider}#${providerRef}`, sk: 'REC' });

/** Whether what is due is one of these. */
export const isEarly = (pk: string): boolean => pk.startsWith(prefix);

export type EarlyReceiptStore = ReturnType<typeof earlyReceiptStore>;

/** Receipts that are parked under the provider's own id of a message until that is known, or their time is over. */
export function earlyReceiptStore(table: Pick<Table, 'get' | 'transact'>) {
  const read = async (key: Key): Promise<EarlyReceipt | undefined> => {
    const row = await table.get(key);
    return row && stored().parse(row);
  };
  return {
    of: (named: Named) => read(earlyKey(named)),
    due: (pk: string) => read({ pk, sk: 'REC' }),

    /** Parks what is told first; fails where the message has become known, or something is parked for it. */
    async park(receipt: EarlyReceipt, now: Date): Promise<void> {
      const key = earlyKey(receipt);
      await table.transact([
        { put: { ...key, schema: 1, ...plain(receipt) }, when: ifAbsent },
        ...dueWrites(key.pk, { was: undefined, is: receipt.until }, now),
        { check: sentKey(receipt.provider, receipt.providerRef), when: ifAbsent },
      ]);
    },

    async letGo({ until, ...named }: EarlyReceipt, now: Date): Promise<void> {
      const key = earlyKey(named);
      await table.transact([{ remove: key }, ...dueWrites(key.pk, { was: until, is: undefined }, now)]);
    },
  };
}
