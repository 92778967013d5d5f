import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Conflict } from '#shared/conflict';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { declare, pass, beginCheck, type MaterialChange } from '../domain/material/act.ts';
import type { Material } from '../domain/material/material.ts';
import { materialStore } from './materials.ts';

const engine = engineForTests();

const at = new Date('2026-08-03T01:00:00Z');
const declared = { name: 'a.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64) } as const;
const cause = () => ({
  at,
  actor: { sub: 's', kind: 'service', partyId: 'none' } as const,
  office: 'fuzhou/materials',
  correlationId: 'c',
  causationId: 'c',
});
const left = (change: MaterialChange | { refused: string }): Material => {
  if ('refused' in change || !change.material) throw new Error('nothing is left');
  return change.material;
};

const begun = (n: number, type = 'articles') =>
  declare(
    { id: randomUUID(), partyId: 'p_1', type, about: { kind: 'party' } },
    { at: new Date(at.getTime() + n), declared, held: undefined },
  );

describe.each(engine.tables)('documents over %s', (_, create) => {
  const open = async () =>
    materialStore(await create(), { service: 'materials', district: 'fuzhou', newId: () => randomUUID() });

  test('a page of an owner goes on where the one before ended, of all kinds or of one', async () => {
    const store = await open();
    const ids = [];
    for (let n = 0; n < 5; n++) {
      const change = begun(n, n % 2 === 0 ? 'articles' : 'floor-plan');
      await store.save(change, cause());
      ids.unshift(left(change).id);
    }
    const all = await store.list({ partyId: 'p_1' }, { limit: 3, after: undefined });
    expect([all.items.map(({ id }) => id), all.nextCursor !== null]).toEqual([ids.slice(0, 3), true]);
    const plans = await store.list({ partyId: 'p_1', type: 'floor-plan' }, { limit: 9, after: undefined });
    expect(plans.items.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    expect((await store.list({ partyId: 'p_2' }, { limit: 9, after: undefined })).items).toEqual([]);
  });

  test('two that change one version race: one is told of it', async () => {
    const store = await open();
    const first = begun(0);
    await store.save(first, cause());
    const found = left(first);
    const check = beginCheck(found, 1);
    if ('refused' in check) throw new Error(check.refused);
    const both = await Promise.allSettled([store.save(check, cause()), store.save(check, cause())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a file is counted as often as it is used, and two who bring it first do not both count as first', async () => {
    const store = await open();
    const bring = async () => {
      const change = begun(0);
      await store.save(change, cause());
      const checking = beginCheck(left(change), 1);
      if ('refused' in checking) throw new Error(checking.refused);
      await store.save(checking, cause());
      const passed = pass(left(checking), 1, { at, objectKey: 'clean/x' });
      if ('refused' in passed) throw new Error(passed.refused);
      return passed;
    };
    const what = { mediaType: declared.mediaType, size: declared.size };
    const [one, two] = [await bring(), await bring()];
    await store.save(one, cause(), undefined);
    await expect(store.save(two, cause(), undefined)).rejects.toBeInstanceOf(Conflict);
    await store.save(two, cause(), await store.file('p_1', declared.sha256));
    expect(await store.file('p_1', declared.sha256)).toEqual({ ...what, objectKey: 'clean/x', refs: 2 });
    expect(await store.file('p_2', declared.sha256)).toBeUndefined();
  });
});
