import { expect, test } from 'vitest';
import { envelope } from '#events/event';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { people, read } from '../../test/support/intake.ts';
import { aheadOf, isRunning, open } from '../../test/support/model/case.ts';
import { begun, beginning, daysOf, nowOf, step, taken, type Life } from '../../test/support/model/life.ts';
import { lightAt } from '../../test/support/model/limits.ts';
import { fc } from '../../test/support/property.ts';

/** What the applicant sees, and where the diary has the case, are what the model says. */
async function expectAsModelled(life: Life): Promise<void> {
  const { one, world, id, table } = life;
  const { body } = await world.send(read(id));
  const running = isRunning(one);
  expect(body).toMatchObject({ status: one.state, version: one.version });
  expect([body.outcome, body.acceptedBy === 'silence', body.warned]).toEqual([one.outcome, one.silent, one.warned]);
  const dueAt = open.includes(one.state) ? aheadOf(daysOf(life), one).dueAt : one.ahead.dueAt;
  expect(body.dueAt).toEqual(dueAt?.toISOString());
  expect(body.light).toBe(running ? lightAt(daysOf(life), one, nowOf(life)) : undefined);
  const row = table.rows().find(({ pk, sk }) => pk === `CASE#${id}` && sk === 'DUE');
  expect([row !== undefined, row?.['at']]).toEqual([
    open.includes(one.state),
    open.includes(one.state) ? one.ahead.at?.toISOString() : undefined,
  ]);
}

/** Told in order, each version once at most; the last tells the truth, and one end at most. */
function expectTold({ table, id, one }: Life): void {
  const rows = table.rows().filter(({ pk }) => String(pk).startsWith('OUT#'));
  const events = rows.map(({ event }) => envelope().parse(event));
  const facts = events.filter(({ type, subject }) => subject === id && type === CaseChangedV2.type);
  const inOrder = facts.map(({ sequence, data }) => ({ sequence, data: CaseChangedV2.data.parse(data) }));
  inOrder.sort((a, b) => a.sequence - b.sequence);
  expect(new Set(inOrder.map(({ sequence }) => sequence)).size).toBe(inOrder.length);
  const { state = 'submitted', provisional = false, dueAt, outcome } = inOrder.at(-1)?.data ?? {};
  expect([state, provisional, dueAt, outcome]).toEqual([
    one.state,
    one.ahead.provisional,
    one.ahead.dueAt?.toISOString(),
    one.outcome,
  ]);
  expect(inOrder.filter(({ data }) => data.outcome)).toHaveLength(one.outcome ? 1 : 0);
}

test('property: whatever is done by whomever and whenever, and however calendars change, a case is what a day-by-day model says', async () => {
  await fc.assert(
    fc.asyncProperty(beginning, fc.array(step, { minLength: 12, maxLength: 40 }), async (first, steps) => {
      let life = await begun(first);
      await expectAsModelled(life);
      for (const one of steps) {
        life = await taken(life, one);
        await expectAsModelled(life);
      }
      expectTold(life);
      const path = `/intake/supervision/applications/${life.id}/chain`;
      const { body } = await life.world.send({ path, actor: people.supervisor });
      expect(body).toMatchObject({ intact: true, entries: life.one.version });
    }),
    { numRuns: 100 },
  );
});
