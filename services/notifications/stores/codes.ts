import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { counted, expiryOf, sentCode, type SentCode } from '../domain/contact/code.ts';
import type { AddressChannel } from '../domain/contact/contact.ts';

const codeKey = (partyId: string, channel: AddressChannel): Key => ({
  pk: `CONTACT#${partyId}`,
  sk: `CODE#${channel}`,
});
const askedKey = (name: string): Key => ({ pk: `CODES#${name}`, sk: 'REC' });
const dayS = 86_400;

const asked = once(() => z.object({ version: z.int(), times: z.array(z.coerce.date()) }));

/** When codes were asked for, for one party or one address. */
export interface Asked {
  name: string;
  version: number;
  times: Date[];
}

interface Sending {
  partyId: string;
  code: SentCode;
  earlier: SentCode | undefined;
  asked: readonly Asked[];
}

/** Codes that were sent, and how often: neither a code nor an address stands in a key. */
export function codeStore(table: Table) {
  return {
    async current(partyId: string, channel: AddressChannel): Promise<SentCode | undefined> {
      const row = await table.get(codeKey(partyId, channel));
      return row && sentCode().parse(row);
    },

    async asked(names: readonly string[]): Promise<Asked[]> {
      const rows = await table.getAll(names.map(askedKey));
      return names.map((name, n) => {
        const row = rows[n];
        return row ? { name, ...asked().parse(row) } : { name, version: 0, times: [] };
      });
    },

    /** Writes down that a code is sent, and counts it, with what sends it. Two at once cannot both be the first of a minute. */
    async send({ partyId, code, earlier, asked: all }: Sending, cause: Cause, also: readonly Write[]): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        codeWrite(partyId, code, earlier),
        ...all.map((one) => askedWrite(one, code.sentAt)),
        ...also,
      ]);
    },

    /** Counts a wrong try: whoever guesses at many places at once meets at the version. */
    async tried(partyId: string, code: SentCode, earlier: SentCode): Promise<void> {
      await table.transact([codeWrite(partyId, code, earlier)]);
    },
  };
}

/** Its end, in the transaction in which it has proved an address. */
export const usedWrite = (partyId: string, { channel, version }: SentCode): Write => ({
  remove: codeKey(partyId, channel),
  when: ifVersion(version),
});

function codeWrite(partyId: string, code: SentCode, earlier: SentCode | undefined): Write {
  const expiresAt = Math.floor(expiryOf(code).getTime() / 1000) + dayS;
  return {
    put: { ...codeKey(partyId, code.channel), schema: 1, ...plain(code), expiresAt },
    when: earlier ? ifVersion(earlier.version) : ifAbsent,
  };
}

function askedWrite({ name, version, times }: Asked, at: Date): Write {
  const next = { version: version + 1, times: counted(times, at) };
  return {
    put: { ...askedKey(name), schema: 1, ...plain(next), expiresAt: Math.floor(at.getTime() / 1000) + 2 * dayS },
    when: version === 0 ? ifAbsent : ifVersion(version),
  };
}
