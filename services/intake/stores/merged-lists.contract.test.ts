import { describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../../test/support/actors.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import type { IntakeWorld } from '../../../test/support/intake.ts';
import { mergeFact, told } from '../../../test/support/parties.ts';
import { fc } from '../../../test/support/property.ts';

const engine = engineForTests();

const names = ['card', 'permit', 'passport'] as const;
const actors = { card: applicantActor('card'), permit: applicantActor('permit'), passport: applicantActor('passport') };
type Name = (typeof names)[number];

/** Drafts of these parties, a minute apart; their ids, oldest first. */
async function begin(world: IntakeWorld, by: readonly Name[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [minute, name] of by.entries()) {
    world.clock.now = new Date(Date.parse('2026-08-03T01:00:00Z') + minute * 60_000);
    const body = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'online' };
    const request = { method: 'POST', path: '/intake/applications', headers: cases.freshKey(), body };
    ids.push((await world.send({ ...request, actor: actors[name] })).body.id);
  }
  return ids;
}

/** The whole list of a party, walked in pages of a size. */
async function walk(world: IntakeWorld, name: Name, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const query = { mine: 'true', limit: String(limit), ...(cursor && { cursor }) };
    const { body } = await world.send({ path: '/intake/applications', query, actor: actors[name] });
    pages.push(body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

describe.each(engine.tables)('the list of a merged party over %s', (_, create) => {
  test.each([1, 2, 3, 100])('shows the cases of all its ids once, newest first, in pages of %i', async (limit) => {
    const world = cases.intakeOver(await create());
    await cases.publish(world);
    const by = ['card', 'permit', 'card', 'passport', 'permit', 'permit', 'card'] as const;
    const ids = await begin(world, by);
    await told(
      world.deps,
      mergeFact(1, ['p_card', 'p_permit'], 'merged'),
      mergeFact(2, ['p_permit', 'p_passport'], 'merged'),
    );
    for (const name of names) {
      const pages = await walk(world, name, limit);
      expect(pages.flat()).toEqual(ids.toReversed());
      expect(pages.every((page) => page.length <= limit)).toBe(true);
    }
    await told(world.deps, mergeFact(1, ['p_card', 'p_permit'], 'undone'));
    expect((await walk(world, 'card', limit)).flat()).toEqual(ids.filter((__, n) => by[n] === 'card').toReversed());
  });
});

test('property: whoever began what, and in whatever pages, a merged list is that of one party with all cases', async () => {
  const made = fc.record({
    by: fc.array(fc.constantFrom(...names), { maxLength: 9 }),
    limit: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ by, limit }) => {
      const world = cases.intakeOver(fakeTable());
      await cases.publish(world);
      const ids = await begin(world, by);
      await told(world.deps, mergeFact(1, ['p_card', 'p_permit'], 'merged'));
      const expected = ids.filter((_, n) => by[n] !== 'passport').toReversed();
      const pages = await walk(world, 'permit', limit);
      expect(pages.flat()).toEqual(expected);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
