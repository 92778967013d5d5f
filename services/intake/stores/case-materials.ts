import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { materialsLook, type MaterialsChange } from '../domain/material/act.ts';
import { caseMaterials, changedIn, type CaseMaterials } from '../domain/material/case-materials.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { followingKey, followWrites } from './follow-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { recordKey } from './rows.ts';

const kind = 'MATERIALS';
const changedListKey = (department: string) => `CHANGED#${department}`;
const keyOf = (caseId: string): Key => followingKey(kind, caseId);

export type CaseMaterialStore = ReturnType<typeof caseMaterialStore>;

/** What cases have of the materials that their items ask for: `MATERIALS#<case id>` with REC, T#<version>, DUE. */
export function caseMaterialStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<CaseMaterials | undefined> {
      const row = await table.get(keyOf(caseId));
      return row && caseMaterials().parse(row);
    },

    /** The open cases of a department whose basis has changed, the longest changed first. */
    changed: (department: string, page: PageOf): Promise<Page<CaseMaterials>> =>
      pageBy(
        table,
        { index: 'index1', partition: changedListKey(department) },
        { ...page, as: (row) => caseMaterials().parse(row) },
      ),

    /** What a change writes, for the transaction of an act on the case. */
    writes: (change: MaterialsChange, cause: Cause): Write[] => writesOf(change, cause),

    /** That nothing has changed of it since it was read: for a decision that rests on it. */
    unchanged: ({ caseId, version }: CaseMaterials): Write => ({ check: keyOf(caseId), when: ifVersion(version) }),

    /** A change beside its case, which must stand as it was read: what has ended takes no more. */
    async save(
      change: MaterialsChange,
      { id, version }: Pick<Application, 'id' | 'version'>,
      cause: Cause,
    ): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        { check: recordKey(id), when: ifVersion(version) },
        ...writesOf(change, cause),
      ]);
    },

    /** A change that the case has no part in: the library's answer, or what time does. */
    async follow(change: MaterialsChange, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...writesOf(change, cause)]);
    },

    async look({ caseId, version }: Looked, is: Place | undefined, now: Date): Promise<void> {
      await table.transact(placeWrites(keyOf(caseId), version, { is, now }));
    },
  };

  function writesOf({ before, materials: record, act, reason, facts, raised }: MaterialsChange, cause: Cause): Write[] {
    const due = { was: before && materialsLook(before), is: materialsLook(record) };
    const onBehalfOf = act === 'give' ? record.partyId : undefined;
    const followed = {
      record,
      was: before?.version,
      act,
      reason,
      onBehalfOf,
      places: placesOf(record),
      due,
      facts,
      raised,
    };
    return followWrites(kind, followed, { cause, publisher });
  }
}

function placesOf(found: CaseMaterials): Row {
  const [first] = changedIn(found)
    .map(({ leftAt }) => leftAt?.toISOString() ?? '')
    .toSorted();
  return first === undefined ? {} : { pk1: changedListKey(found.department), sk1: `${first}#${found.caseId}` };
}
