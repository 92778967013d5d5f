import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { ifAbsent, ifSequence, type Key, type Table } from '#shared/table';
import { caseCopy, type CaseCopy } from '../domain/case/copy.ts';
import { heldWrites } from './held-rows.ts';
import { partyListKey } from './rows.ts';

const copyKey = (id: string): Key => ({ pk: `COPY#${id}`, sk: 'REC' });

/** The city's copies of the districts' cases, in the same list of an applicant as its own. */
export function copyStore(table: Table) {
  return {
    async get(id: string): Promise<{ copy: CaseCopy | undefined; parked: Parked }> {
      const [row, parkedRow] = await table.getAll([copyKey(id), parkedKey(id)]);
      return { copy: row && caseCopy().parse(row), parked: readParked(id, parkedRow) };
    },

    /** Stores a new copy with all that was parked for it. */
    async begin(copy: CaseCopy, parked: Parked, cause: Cause): Promise<void> {
      const row = rowOf(copy);
      await table.transact([
        ...markWrites(cause),
        { put: row, when: ifAbsent },
        ...heldWrites({ ...row, heldBy: copy.heldBy }),
        unparkWrite(parked),
      ]);
    },

    async follow(copy: CaseCopy, known: number, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), { put: rowOf(copy), when: ifSequence(known) }]);
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillAbsent = { check: copyKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillAbsent]);
    },
  };
}

function rowOf(copy: CaseCopy) {
  const place = { pk2: partyListKey(copy.partyId), sk2: `${copy.submittedAt}#${copy.id}` };
  return { ...copyKey(copy.id), schema: 1, ...copy, ...place };
}
