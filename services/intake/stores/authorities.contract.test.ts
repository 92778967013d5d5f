import { beforeEach, describe, expect, test } from 'vitest';
import { readCursor } from '#shared/page';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { uuid } from '../../../test/support/facts.ts';
import { intakeOver, type IntakeWorld } from '../../../test/support/intake.ts';
import { authorityFact, told } from '../../../test/support/parties.ts';

const engine = engineForTests();

const idsOf = (found: readonly { authorityId: string }[]) => found.map(({ authorityId }) => authorityId);

describe.each(engine.tables)('authorities over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = intakeOver(await create());
  });

  test('follow their facts, and only by a higher sequence', async () => {
    const { deps } = world;
    expect(await told(deps, authorityFact(1, 2, { state: 'suspended' }))).toBe(0);
    expect(await told(deps, authorityFact(1, 1))).toBe(0);
    expect(await deps.authorities.get(uuid(1, 7))).toMatchObject({ state: 'suspended', sequence: 2 });
    await told(deps, authorityFact(1, 4, { state: 'ended' }), authorityFact(1, 3));
    expect(await deps.authorities.get(uuid(1, 7))).toMatchObject({
      state: 'ended',
      sequence: 4,
      from: new Date('2026-07-01T00:00:00Z'),
    });
    expect(await deps.authorities.get(uuid(9, 7))).toBeUndefined();
  });

  test('told twice are stored once', async () => {
    const fact = authorityFact(1, 1);
    expect(await told(world.deps, fact, fact)).toBe(0);
    expect(await told(world.deps, fact)).toBe(0);
    expect(await world.deps.authorities.get(uuid(1, 7))).toMatchObject({ sequence: 1 });
  });

  test('of another set count for nothing here, but for mandates of one’s own', async () => {
    const { deps } = world;
    await told(deps, { ...authorityFact(1, 1), district: 'jinan' }, { ...authorityFact(2, 1), district: 'gulou' });
    await told(deps, { ...authorityFact(3, 1, { kind: 'officer' }), district: 'gulou' });
    expect(await Promise.all([1, 2, 3].map(async (n) => (await deps.authorities.get(uuid(n, 7)))?.kind))).toEqual([
      undefined,
      undefined,
      'officer',
    ]);
  });

  test('are listed by delegate and by principal, a page at a time, and found between two', async () => {
    const { deps } = world;
    const { authorities } = deps;
    const pairs = [
      ['p_a', 'p_x'],
      ['p_a', 'p_y'],
      ['p_b', 'p_x'],
      ['p_a', 'p_x'],
    ] as const;
    for (const [n, [delegate, principal]] of pairs.entries())
      await told(deps, authorityFact(n + 1, 1, { delegate, principal }));

    expect(idsOf(await authorities.between('p_a', 'p_x'))).toEqual([uuid(1, 7), uuid(4, 7)]);
    expect(await authorities.between('p_x', 'p_a')).toEqual([]);
    const page = { limit: 2, after: undefined };
    const first = await authorities.ofDelegate('p_a', page);
    expect(idsOf(first.items)).toEqual([uuid(1, 7), uuid(4, 7)]);
    const cursor = readCursor(first.nextCursor ?? undefined);
    const second = await authorities.ofDelegate('p_a', {
      limit: 2,
      after: 'after' in cursor ? cursor.after : undefined,
    });
    expect([idsOf(second.items), second.nextCursor]).toEqual([[uuid(2, 7)], null]);
    expect(idsOf((await authorities.ofPrincipal('p_x', { ...page, limit: 9 })).items)).toEqual([
      uuid(1, 7),
      uuid(4, 7),
      uuid(3, 7),
    ]);
  });
});
