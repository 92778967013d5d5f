import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { justice, otherHead, outline, reviewer, underReview } from '../../test/support/linked.ts';
import { fc } from '../../test/support/property.ts';
import { itemOf } from './cases.fake.ts';

const departments = [...cases.publication.departments, justice];
const refusal = { outcome: 'refused', reasons: '不符合条件' };

/** An item with so many places in a year, and what may be done with its cases. */
async function line(limit: number) {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  const quantity = { limit, per: 'year' as const, rule: '按受理先后' };
  await cases.publish(world, { departments, items: [itemOf({ quantity })] });
  const later = () => {
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  };
  const decided = async (id: string, said: object = { outcome: 'granted' }, actor = people.approver) => {
    later();
    const { version, status } = (await world.send(read(id, { actor: people.head }))).body;
    expect(status).toBe('accepted');
    return outline(await world.send(cases.decide(id, version, { actor, body: { opinion: '经审查', ...said } })));
  };
  return {
    world,
    later,
    decided,
    accepted: async (): Promise<string> => {
      later();
      const id = await draft(world);
      await world.send(cases.submit(id));
      await world.send(cases.accept(id));
      return id;
    },
    /** A review annuls it; the case in which it is decided anew. */
    annulled: async (id: string, by = reviewer): Promise<string> => {
      later();
      const { body } = await world.send(act(id, 'review', { actor: people.company, body: { why: '有误' } }));
      await underReview(world, body.id, by);
      expect(await decided(body.id, { outcome: 'granted', ruling: 'annulled', reasons: '事实不清' }, by)).toBe(
        '200 decided',
      );
      return (await world.send(read(body.id, { actor: by }))).body.decision.anew;
    },
    anew: async (id: string, actor = otherHead) => world.send(cases.accept(id, { actor })),
    queued: async (id: string) => (await world.send(read(id, { actor: people.company }))).body.queued,
    used: () =>
      Object.fromEntries(
        table
          .rows()
          .filter(({ pk, sk }) => String(pk).startsWith('QUOTA#') && sk === 'COUNT')
          .map(({ pk, used }) => [String(pk).slice(-4), used]),
      ),
  };
}

test('who was refused by mistake has his place kept from the annulment on, before he is accepted again', async () => {
  const { accepted, decided, annulled, anew, queued, used } = await line(1);
  const [first, second] = [await accepted(), await accepted()];
  expect(await decided(first, refusal)).toBe('200 decided');
  const again = await annulled(first);
  expect([await queued(again), used()]).toEqual([{ period: '2026', since: '2026-08-03T01:01:00.000Z' }, { 2026: 1 }]);
  expect(await decided(second)).toBe('409 quota-used');
  await anew(again);
  expect(await decided(again, { outcome: 'granted' }, otherHead)).toBe('200 decided');
  expect([await decided(second), used()]).toEqual(['409 quota-used', { 2026: 1 }]);
});

test('where the last place was granted meanwhile he has the first of the next year; nobody accepted then takes it', async () => {
  const { world, accepted, decided, annulled, anew, queued, used } = await line(1);
  const [first, second] = [await accepted(), await accepted()];
  await decided(first, refusal);
  expect(await decided(second)).toBe('200 decided');
  const again = await annulled(first);
  expect([(await queued(again)).period, used()]).toEqual(['2027', { 2026: 1, 2027: 1 }]);
  await anew(again);
  expect(await decided(again, { outcome: 'granted' }, otherHead)).toBe('200 decided');
  world.clock.now = new Date('2027-01-04T02:00:00Z');
  expect(await decided(await accepted())).toBe('409 quota-used');
});

test.each(['refused again', 'withdrawn'])('what is decided anew and %s gives the place back', async (how) => {
  const { world, accepted, decided, annulled, anew, used } = await line(1);
  const [first, second] = [await accepted(), await accepted()];
  await decided(first, refusal);
  const again = await annulled(first);
  await anew(again);
  if (how === 'withdrawn') await world.send(cases.withdraw(again));
  else await decided(again, refusal, otherHead);
  expect([used(), await decided(second)]).toEqual([{}, '200 decided']);
});

test('a grant that is annulled passes its place on to what is decided anew', async () => {
  const { accepted, decided, annulled, used } = await line(1);
  const [first, second] = [await accepted(), await accepted()];
  await decided(first);
  await annulled(first);
  expect([used(), await decided(second)]).toEqual([{ 2026: 1 }, '409 quota-used']);
});

interface Entry {
  id: string;
  order: number;
  /** How often it was decided anew: each time by others. */
  times: number;
  state: 'open' | 'granted' | 'refused';
  kept?: '2026' | '2027' | undefined;
  /** In which year its grant is counted. */
  in?: '2026' | '2027' | undefined;
}
const headOf = ({ times }: Entry) => staffActor('head', { department: 'amr' }, `head-${times}`);
const deeds = fc.array(
  fc.record({ n: fc.nat({ max: 2 }), deed: fc.constantFrom('grant', 'grant', 'refuse', 'annul', 'annul') }),
  { minLength: 8, maxLength: 16 },
);

test('property: whatever is granted, refused and annulled in whatever order, who stood before is never passed, and no year gives more than it has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 }), deeds, async (limit, done) => {
      const { accepted, decided, annulled, anew, used } = await line(limit);
      const all: Entry[] = [];
      for (let order = 0; order < 4; order += 1) all.push({ id: await accepted(), order, times: 0, state: 'open' });
      let last = 3;
      // By hand: who holds a place of a year, and who stands before somebody without one.
      const taken = (year: string) =>
        all.filter((one) => (one.state === 'granted' ? one.in === year : one.state === 'open' && one.kept === year));
      const before = (order: number) =>
        all.filter((one) => one.state === 'open' && !one.kept && one.order < order).length;
      for (const { n, deed } of done) {
        const one = all[n];
        if (!one) continue;
        if (deed === 'annul') {
          if (one.state !== 'refused') continue;
          one.times += 1;
          one.id = await annulled(one.id, staffActor('approver', { department: 'justice' }, `reviewer-${one.times}`));
          await anew(one.id, headOf(one));
          if (taken('2026').length + before(one.order) < limit) one.kept = '2026';
          else one.kept = taken('2027').length < limit ? '2027' : undefined;
          if (!one.kept) one.order = last += 1;
          one.state = 'open';
        } else if (one.state === 'open') {
          const may = deed === 'refuse' || one.kept || taken('2026').length + before(one.order) < limit;
          const said = deed === 'grant' ? { outcome: 'granted' } : refusal;
          const answer = await decided(one.id, said, one.times > 0 ? headOf(one) : people.approver);
          expect(answer.slice(0, 3)).toBe(may ? '200' : '409');
          if (!may) continue;
          if (deed === 'grant') one.in = one.kept ?? '2026';
          one.state = deed === 'grant' ? 'granted' : 'refused';
          one.kept = undefined;
        }
        const held = ['2026', '2027'].map((year) => [year, taken(year).length]);
        expect(used()).toEqual(Object.fromEntries(held.filter(([, count]) => count !== 0)));
      }
    }),
    { numRuns: 12 },
  );
});
