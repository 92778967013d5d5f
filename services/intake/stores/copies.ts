import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, ifSequence, type Key, type Row, type Table, type Write } from '#shared/table';
import { becameByCopy, caseCopy, type CaseCopy } from '../domain/case/copy.ts';
import { became, type Became, type Since } from '../domain/case/since.ts';
import { heldWrites } from './held-rows.ts';
import { partyListKey } from './rows.ts';

const copyKey = (id: string): Key => ({ pk: `COPY#${id}`, sk: 'REC' });
const nextKey = (id: string): Key => ({ pk: `COPY#${id}`, sk: 'NEXT' });

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
        ...becameWrites(copy),
        unparkWrite(parked),
      ]);
    },

    /** A copy a fact further. What has ended tells nothing new of the decision upon which it was opened. */
    async follow(copy: CaseCopy, was: CaseCopy, cause: Cause): Promise<void> {
      const became = was.state === 'decided' ? [] : becameWrites(copy);
      await table.transact([...markWrites(cause), { put: rowOf(copy), when: ifSequence(was.sequence) }, ...became]);
    },

    /** What became of decisions of other sets by the cases upon them: one read. */
    async became(ids: readonly string[]): Promise<Became> {
      const rows = await table.getAll(ids.map(nextKey));
      return new Map(ids.map((id, n) => [id, becameIn(rows[n])]));
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillAbsent = { check: copyKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillAbsent]);
    },
  };
}

/** Beside the copy of a decision, whether or not that is known here yet, by the case upon it. */
function becameWrites(copy: CaseCopy): Write[] {
  const told = becameByCopy(copy);
  if (!told) return [];
  const { caseId, ...since } = told.since;
  const when = { expression: 'attribute_not_exists(#upon)', names: { '#upon': caseId } };
  return [{ update: nextKey(told.upon), set: { schema: 1, [caseId]: JSON.stringify(since) }, when }];
}

function becameIn(row: Row | undefined): Since[] {
  const { pk, sk, schema, ...told } = row ?? {};
  return Object.entries(told).map(([caseId, text]) => ({
    caseId,
    ...becameText().parse(JSON.parse(z.string().parse(text))),
  }));
}
const becameText = once(() => z.object({ became, at: z.coerce.date() }));

function rowOf(copy: CaseCopy) {
  const place = { pk2: partyListKey(copy.partyId), sk2: `${copy.submittedAt}#${copy.id}` };
  return { ...copyKey(copy.id), schema: 1, ...copy, ...place };
}
