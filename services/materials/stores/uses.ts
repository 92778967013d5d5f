import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, ifVersion, type Key, type Table, type Write } from '#shared/table';
import type { Material } from '../domain/material/material.ts';
import { caseUse, type Begun, type CaseUse } from '../domain/use/use.ts';
import { recordKey } from './rows.ts';

const caseKey = (id: string): Key => ({ pk: `CASE#${id}`, sk: 'REC' });

/** The cases of all sets, as far as documents are concerned; each document keeps a row of every case that uses it. */
export function useStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<{ known: CaseUse | undefined; parked: Parked }> {
      const [row, parkedRow] = await table.getAll([caseKey(caseId), parkedKey(caseId)]);
      return { known: row && caseUse().parse(row), parked: readParked(caseId, parkedRow) };
    },

    /** A case that has become known. The documents it uses must be as they were when it was decided that it may. */
    async begin(
      { use, facts }: Begun,
      { found, parked }: { found: readonly Material[]; parked: Parked },
      cause: Cause,
    ): Promise<void> {
      const used = use.uses.filter(({ state }) => state === 'confirmed');
      const pinned = found.filter(({ id }) => used.some(({ materialId }) => materialId === id));
      await table.transact([
        ...markWrites(cause),
        { put: { ...caseKey(use.caseId), schema: 1, ...plain(use) }, when: ifAbsent },
        unparkWrite(parked),
        ...pinned.map((one): Write => ({ check: recordKey(one.id), when: ifVersion(one.version) })),
        ...used.map(({ materialId, version, requirement }) => pinWrite(use, { materialId, version, requirement })),
        ...outboxWrites(publisher, { id: use.caseId, version: use.sequence }, { facts, cause }),
      ]);
    },

    async follow(before: CaseUse, after: CaseUse, cause: Cause): Promise<void> {
      const when = ifSequence(before.sequence);
      await table.transact([
        ...markWrites(cause),
        before === after
          ? { check: caseKey(before.caseId), when }
          : { put: { ...caseKey(after.caseId), schema: 1, ...plain(after) }, when },
      ]);
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillUnknown = { check: caseKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },
  };
}

/** By this row a document knows which cases use which of its versions. */
function pinWrite(
  { caseId, district }: CaseUse,
  { materialId, version, requirement }: { materialId: string; version: number; requirement: string },
): Write {
  const { pk } = recordKey(materialId);
  const sk = `PIN#${String(version).padStart(4, '0')}#${caseId}#${requirement}`;
  return { put: { pk, sk, schema: 1, caseId, district, version, requirement } };
}
