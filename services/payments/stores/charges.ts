import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { beginRow } from './ledger.ts';
import { chargeList, type Charge, type ChargeList } from '../domain/charge/charge-list.ts';

const editionKey = (id: string): Key => ({ pk: `CHARGES#${id}`, sk: 'REC' });
const liveKey: Key = { pk: 'CHARGES', sk: 'LIVE' };

/** 清单的一版: proposed by one person, in force once another has approved it. */
const edition = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    /** Which one was in force when it was proposed; none: the first. */
    base: z.uuid().optional(),
    list: chargeList(),
    proposedBy: z.string(),
    proposedParty: z.string().optional(),
    proposedAt: z.coerce.date(),
    approvedBy: z.string().optional(),
    approvedAt: z.coerce.date().optional(),
  }),
);
export type Edition = z.infer<ReturnType<typeof edition>>;

const live = once(() => z.object({ version: z.int(), id: z.uuid() }));

export interface LiveList extends ChargeList {
  id: string;
  charge: (code: string) => Charge | undefined;
}

/** What may be asked: editions of the list, and which is in force. */
export function chargeStore(table: Table) {
  // An edition that is in force never changes, so a copy of the function reads it once.
  let known: LiveList | undefined;
  const pointer = async () => {
    const row = await table.get(liveKey);
    return row && live().parse(row);
  };
  const get = async (id: string): Promise<Edition | undefined> => {
    const row = await table.get(editionKey(id));
    return row && edition().parse(row);
  };
  return {
    get,
    liveId: async () => (await pointer())?.id,

    /** The list in force; undefined before the first. */
    async live(): Promise<LiveList | undefined> {
      const id = (await pointer())?.id;
      if (!id || known?.id === id) return known;
      const found = await get(id);
      if (!found) throw new Error('the list in force is not there');
      const byCode = new Map(found.list.charges.map((one) => [one.code, one]));
      known = { ...found.list, id, charge: (code) => byCode.get(code) };
      return known;
    },

    async propose(found: Edition, cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        { put: { ...editionKey(found.id), schema: 1, ...plain(found) }, when: ifAbsent },
      ]);
    },

    /** From now on it is the list in force; fails where another has become so meanwhile. */
    async approve(found: Edition, cause: Cause): Promise<void> {
      const was = await pointer();
      const version = (was?.version ?? 0) + 1;
      await table.transact([
        ...markWrites(cause),
        { put: { ...editionKey(found.id), schema: 1, ...plain(found) }, when: ifVersion(found.version - 1) },
        { put: { ...liveKey, schema: 1, version, id: found.id }, when: was ? ifVersion(was.version) : ifAbsent },
        ...(was ? [] : [{ put: beginRow(dayOf(cause.at)), when: ifAbsent }]),
      ]);
    },
  };
}
