import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { Conflict } from '#shared/conflict';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { changed } from '../../../test/support/using-cases.ts';
import { beginCheck, declare, pass } from '../domain/material/act.ts';
import type { Material } from '../domain/material/material.ts';
import { followCase, leave, type CaseUse, type Use } from '../domain/use/use.ts';
import { lentStore } from './lent.ts';
import { materialStore } from './materials.ts';
import { useStore } from './uses.ts';

const engine = engineForTests();
const publisher = { service: 'materials', district: 'fuzhou', newId: () => randomUUID() };
const at = new Date('2026-08-03T01:00:00Z');
const declared = { name: 'a.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64) } as const;
const cause = (key?: string) => ({
  at,
  actor: { sub: 's', kind: 'service', partyId: 'none' } as const,
  office: 'fuzhou/materials',
  correlationId: 'c',
  causationId: 'c',
  ...(key && { mark: { kind: 'message' as const, key } }),
});
const use = (
  { id: materialId }: Pick<Material, 'id'>,
  state: Use['state'] = 'confirmed',
  requirement = 'articles',
): Use => {
  return { requirement, materialId, version: 1, state };
};
const caseOf = (uses: Use[], rest: Partial<CaseUse> = {}): CaseUse => ({
  caseId: randomUUID(),
  version: 1,
  sequence: 2,
  revision: 0,
  told: 2,
  district: 'gulou',
  partyId: 'p_1',
  itemKey: 'x',
  departments: ['amr'],
  uses,
  ended: false,
  retention: 'permanent',
  ...rest,
});

describe.each(engine.tables)('cases that use documents, over %s', (_, create) => {
  let table: Table;
  let uses: ReturnType<typeof useStore>;
  beforeEach(async () => {
    table = await create();
    uses = useStore(table, publisher);
  });

  /** A document at hand, as its owner has it. */
  async function document(partyId = 'p_1'): Promise<Material> {
    const store = materialStore(table, publisher);
    const first = declare(
      { id: randomUUID(), partyId, type: 'articles', about: { kind: 'party' } },
      { at, declared, held: undefined },
    );
    await store.save(first, cause());
    for (const act of [
      (one: Material) => beginCheck(one, 1),
      (one: Material) => pass(one, 1, { at, objectKey: `clean/${one.id}` }),
    ]) {
      const found = await store.load(first.material!.id);
      const change = act(found!);
      if ('refused' in change) throw new Error(change.refused);
      await store.save(change, cause());
    }
    return (await store.load(first.material!.id))!;
  }
  const nothingParked = async (caseId: string) => (await uses.get(caseId)).parked;
  async function begun(found: readonly Material[], rest: Partial<CaseUse> = {}): Promise<CaseUse> {
    const one = caseOf(
      found.map((each) => use(each)),
      rest,
    );
    await uses.begin(one, { found, parked: await nothingParked(one.caseId) }, cause());
    return one;
  }

  test('a document knows each case that uses a version, until that uses another', async () => {
    const [first, second] = [await document(), await document('p_2')];
    const [one, other] = [await begun([first]), await begun([first])];
    expect((await uses.casesWith(first.id, 1)).toSorted()).toEqual([one.caseId, other.caseId].toSorted());
    expect(await uses.casesWith(first.id, 2)).toEqual([]);
    const next = { ...one, version: 2, told: 3, uses: [use(second)] };
    await uses.follow({ before: one, use: next, found: [second] }, cause());
    expect([await uses.casesWith(first.id, 1), await uses.casesWith(second.id, 1)]).toEqual([
      [other.caseId],
      [one.caseId],
    ]);
    const lent = { caseId: one.caseId, materialId: second.id, version: 1 };
    expect([await lentStore(table).by('p_2'), await lentStore(table).by('p_1')]).toEqual([[lent], []]);
    expect((await uses.get(one.caseId)).known).toEqual(next);
  });

  test('a case is begun once, and not upon a document that has changed since it was looked at', async () => {
    const found = await document();
    const one = caseOf([use(found)]);
    const parked = await nothingParked(one.caseId);
    const stale = { ...found, version: found.version - 1 };
    await expect(uses.begin(one, { found: [stale], parked }, cause())).rejects.toBeInstanceOf(Conflict);
    const both = await Promise.allSettled([1, 2].map(() => uses.begin(one, { found: [found], parked }, cause())));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await uses.casesWith(found.id, 1)).toEqual([one.caseId]);
  });

  test('two that change a case race: one is told of it, and a fact that was taken is taken once', async () => {
    const found = await document();
    const one = await begun([found]);
    const left = leave(one, { materialId: found.id, version: 1 }, 'expired');
    const both = await Promise.allSettled([1, 2].map(() => uses.follow({ before: one, use: left }, cause())));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await uses.follow({ before: left, use: left }, cause('fact-1'));
    await expect(uses.follow({ before: left, use: left }, cause('fact-1'))).rejects.toMatchObject({ on: 'mark' });
  });

  test('who waits for a licence is found until it has come; who comes after the licence does not wait', async () => {
    const id = randomUUID();
    const one = caseOf([use({ id }, 'awaited')]);
    await uses.begin(one, { found: [], parked: await nothingParked(one.caseId) }, cause());
    expect(await uses.casesAwaiting(id)).toEqual([one.caseId]);
    const heard = { ...one, version: 2, told: 3, uses: [use({ id }, 'refused')] };
    await uses.follow({ before: one, use: heard }, cause());
    expect(await uses.casesAwaiting(id)).toEqual([]);
    await table.put({ pk: `LICENCE#${id}`, sk: 'REC', schema: 1 });
    const late = caseOf([use({ id }, 'awaited')]);
    const beginning = uses.begin(late, { found: [], parked: await nothingParked(late.caseId) }, cause());
    await expect(beginning).rejects.toBeInstanceOf(Conflict);
  });

  test('what is heard before its case waits with it, in any order, and is parked no more once that has begun', async () => {
    const one = caseOf([]);
    const fact = { ...changed(4, 'decided'), subject: one.caseId };
    await uses.park(await nothingParked(one.caseId), fact, cause('fact-1'));
    const { parked } = await uses.get(one.caseId);
    expect(parked.events.map(({ sequence }) => sequence)).toEqual([4]);
    const caught = followCase(one, { ...fact, data: CaseChangedV2.data.parse(fact.data) });
    await uses.begin(caught, { found: [], parked }, cause());
    const after = await uses.get(one.caseId);
    expect([after.known?.ended, after.parked.events]).toEqual([true, []]);
    await expect(uses.park(after.parked, fact, cause())).rejects.toBeInstanceOf(Conflict);
  });
});
