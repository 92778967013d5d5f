import * as z from 'zod';
import type { Envelope, Fact } from '#events/event';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import type { Basis } from '../domain/material/basis.ts';
import { fetchFacts, sharingLook } from '../domain/sharing/on-case.ts';
import { caseUse, isSame, standing, type CaseUse, type Use } from '../domain/use/use.ts';
import { licenceKey } from './licence-rows.ts';
import { lentWrites } from './lent.ts';
import { recordKey } from './rows.ts';
import { casePartition, expiryWrites, requestWrites } from './shared-rows.ts';

const caseKey = (id: string): Key => ({ pk: casePartition(id), sk: 'REC' });
const pin = once(() => z.object({ caseId: z.uuid() }));

/** What has become of a case, and what was found of the documents that it newly uses. */
export interface UseChange {
  before: CaseUse;
  use: CaseUse;
  found?: readonly Basis[];
  /** What else belongs to the act: what a provider has said, who has read it. */
  beside?: readonly Write[];
}

/** The cases of all sets, as far as documents are concerned; each document keeps a row of every case that uses it. */
export function useStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<{ known: CaseUse | undefined; parked: Parked }> {
      const [row, parkedRow] = await table.getAll([caseKey(caseId), parkedKey(caseId)]);
      return { known: row && caseUse().parse(row), parked: readParked(caseId, parkedRow) };
    },

    /** The cases that use a version of a document. */
    async casesWith(materialId: string, version: number): Promise<string[]> {
      const rows = await allRows(table, { partition: recordKey(materialId).pk, prefix: pinsOf(version) });
      return [...new Set(rows.map((row) => pin().parse(row).caseId))];
    },

    /** The cases that wait for a licence. */
    async casesAwaiting(licenceId: string): Promise<string[]> {
      const rows = await allRows(table, { partition: licenceKey(licenceId).pk, prefix: awaits });
      return rows.map((row) => pin().parse(row).caseId);
    },

    /** A case that has become known. The documents it uses must be as they were when it was decided that it may. */
    async begin(
      use: CaseUse,
      { found, parked }: { found: readonly Basis[]; parked: Parked },
      cause: Cause,
    ): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        { put: { ...caseKey(use.caseId), schema: 1, ...plain(use) }, when: ifAbsent },
        unparkWrite(parked),
        ...pinWrites([], use, found),
        ...awaitWrites([], use),
        ...sharingWrites(undefined, use, cause),
        ...factWrites(publisher, use, { facts: factsOf(undefined, use), cause }),
      ]);
    },

    /** What has changed since; its set is told where that is about its documents. */
    async follow({ before, use, found = [], beside = [] }: UseChange, cause: Cause): Promise<void> {
      const key = caseKey(before.caseId);
      const when = ifVersion(before.version);
      await table.transact([
        ...markWrites(cause),
        before === use ? { check: key, when } : { put: { ...key, schema: 1, ...plain(use) }, when },
        ...pinWrites(before.uses, use, found),
        ...awaitWrites(before.uses, use),
        ...sharingWrites(before, use, cause),
        ...beside,
        ...factWrites(publisher, use, { facts: factsOf(before, use), cause }),
      ]);
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillUnknown = { check: caseKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },
  };
}

/** What others hear of a change: the set of the case how all stands, where that has changed, and `materials.fetch` what to ask for. */
function factsOf(before: CaseUse | undefined, use: CaseUse): Fact[] {
  const tells = before ? use.told > before.told : use.uses.length > 0 || use.shared !== undefined;
  return [...fetchFacts(before, use), ...(tells ? [standing(use)] : [])];
}

function factWrites(publisher: Publisher, use: CaseUse, { facts, cause }: { facts: readonly Fact[]; cause: Cause }) {
  return outboxWrites(publisher, { id: use.caseId, version: use.told }, { facts, cause });
}

/** What is shared: where the clock looks next, what providers have to answer, until when what they said is kept. */
function sharingWrites(before: CaseUse | undefined, use: CaseUse, cause: Cause): Write[] {
  const due = { was: before && sharingLook(before), is: sharingLook(use) };
  return [
    ...dueWrites(casePartition(use.caseId), due, cause.at),
    ...requestWrites(before, use),
    ...expiryWrites(before, use),
  ];
}

const pinsOf = (version: number) => `PIN#${String(version).padStart(4, '0')}#`;

/** By this row a document knows which cases use which of its versions. */
function pinKey({ caseId }: CaseUse, { materialId, version, requirement }: Use): Key {
  return { pk: recordKey(materialId).pk, sk: `${pinsOf(version)}${caseId}#${requirement}` };
}

/** The rows of what a case newly uses, each document as it was found, and no row more of what it uses no longer. */
function pinWrites(before: readonly Use[], use: CaseUse, found: readonly Basis[]): Write[] {
  const was = before.filter(isConfirmed);
  const is = use.uses.filter(isConfirmed);
  const added = is.filter((one) => !was.some((known) => isSame(known, one)));
  const gone = was.filter((one) => !is.some((known) => isSame(known, one)));
  const pinned = found.filter(({ id }) => added.some(({ materialId }) => materialId === id));
  const { caseId, district } = use;
  return [
    ...pinned.map(({ id, version, licence }): Write => {
      return { check: licence ? licenceKey(id) : recordKey(id), when: ifVersion(version) };
    }),
    ...added.map((one): Write => {
      const { version, requirement } = one;
      return { put: { ...pinKey(use, one), schema: 1, caseId, district, version, requirement } };
    }),
    ...gone.map((one): Write => ({ remove: pinKey(use, one) })),
    ...lentWrites(added, use, pinned),
  ];
}

const awaits = 'AWAIT#';

/** A licence knows who waits for it. It must still be unknown: whoever comes too late for its fact would wait for good. */
function awaitWrites(before: readonly Use[], { caseId, uses }: CaseUse): Write[] {
  const [was, is] = [awaitedIn(before), awaitedIn(uses)];
  const keyOf = (id: string): Key => ({ pk: licenceKey(id).pk, sk: `${awaits}${caseId}` });
  return [
    ...is
      .filter((id) => !was.includes(id))
      .flatMap((id): Write[] => [
        { check: licenceKey(id), when: ifAbsent },
        { put: { ...keyOf(id), schema: 1, caseId } },
      ]),
    ...was.filter((id) => !is.includes(id)).map((id): Write => ({ remove: keyOf(id) })),
  ];
}

const awaitedIn = (uses: readonly Use[]): string[] => [
  ...new Set(uses.flatMap(({ state, materialId }) => (state === 'awaited' ? [materialId] : []))),
];

const isConfirmed = ({ state }: Use): boolean => state === 'confirmed';
