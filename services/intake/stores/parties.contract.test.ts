import { describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { intakeOver } from '../../../test/support/intake.ts';
import { mergeFact, told } from '../../../test/support/parties.ts';
import { fc } from '../../../test/support/property.ts';

const engine = engineForTests();

const names = ['p_a', 'p_b', 'p_c', 'p_d', 'p_e'] as const;

describe.each(engine.tables)('parties over %s', (_, create) => {
  const world = async () => {
    const { deps } = intakeOver(await create());
    return { deps, group: (id: string) => deps.parties.group(id) };
  };

  test('that were never merged are alone', async () => {
    expect(await (await world()).group('p_a')).toEqual(['p_a']);
  });

  test('are one along a chain and around a cycle, and the id that sorts first stands for them', async () => {
    const { deps, group } = await world();
    await told(deps, mergeFact(1, ['p_b', 'p_d'], 'merged'), mergeFact(2, ['p_d', 'p_a'], 'merged'));
    await told(deps, mergeFact(3, ['p_a', 'p_b'], 'merged'));
    for (const name of ['p_a', 'p_b', 'p_d']) expect(await group(name)).toEqual(['p_a', 'p_b', 'p_d']);
    await told(deps, mergeFact(1, ['p_b', 'p_d'], 'undone'));
    expect(await group('p_b')).toEqual(['p_a', 'p_b', 'p_d']);
    await told(deps, mergeFact(2, ['p_d', 'p_a'], 'undone'));
    expect([await group('p_b'), await group('p_d')]).toEqual([['p_a', 'p_b'], ['p_d']]);
  });

  test('stay parted where the undoing came before the merge', async () => {
    const { deps, group } = await world();
    await told(deps, mergeFact(1, ['p_a', 'p_b'], 'undone'));
    await told(deps, mergeFact(1, ['p_a', 'p_b'], 'merged'));
    expect(await group('p_a')).toEqual(['p_a']);
  });

  test('are asked for at most five times, whatever was merged', async () => {
    const { deps, group } = await world();
    for (let n = 1; n < 8; n++) await told(deps, mergeFact(n, [`p_${n}`, `p_${n + 1}`], 'merged'));
    expect(await group('p_4')).toHaveLength(5);
  });
});

/** Union-find, written again: who is whose, by the merges that stand. */
function unionFind(pairs: readonly (readonly [string, string])[]) {
  const parent = new Map<string, string>(names.map((name) => [name, name]));
  const root = (id: string): string => {
    const up = parent.get(id) ?? id;
    return up === id ? id : root(up);
  };
  for (const [one, other] of pairs) parent.set(root(one), root(other));
  return (id: string) => names.filter((name) => root(name) === root(id));
}

const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([one, other]) => one !== other);
const merges = fc.array(fc.record({ pair, undone: fc.boolean() }), { maxLength: 7 });

test('property: whatever is merged and undone, told in any order and twice, parties are those of a union-find', async () => {
  await fc.assert(
    fc.asyncProperty(merges, fc.infiniteStream(fc.nat()), async (made, dice) => {
      const { deps } = intakeOver(fakeTable());
      const facts = made.flatMap(({ pair: ids, undone }, n) => [
        mergeFact(n, ids, 'merged'),
        ...(undone ? [mergeFact(n, ids, 'undone')] : []),
      ]);
      const order = [...facts, ...facts]
        .map((fact) => ({ fact, place: Number(dice.next().value) }))
        .toSorted((a, b) => a.place - b.place);
      for (const { fact } of order) expect(await told(deps, fact)).toBe(0);

      const standing = made.filter(({ undone }) => !undone).map(({ pair: ids }) => ids);
      const model = unionFind(standing);
      for (const name of names) expect(await deps.parties.group(name)).toEqual(model(name));
    }),
    { numRuns: 60 },
  );
});
