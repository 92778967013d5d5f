import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft } from '../../test/support/intake.ts';
import { fc } from '../../test/support/property.ts';
import { itemOf } from './cases.fake.ts';

const deeds = fc.array(
  fc.record({ n: fc.nat({ max: 5 }), deed: fc.constantFrom('grant', 'grant', 'refuse', 'withdraw') }),
  { minLength: 4, maxLength: 14 },
);
const said = {
  grant: { outcome: 'granted', opinion: '同意' },
  refuse: { outcome: 'refused', opinion: '不同意', reasons: '不符合条件' },
};

test('property: in whatever order they are decided, nobody is granted what one accepted before him may still need', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), deeds, async (limit, done) => {
      const world = cases.intakeOver(fakeTable());
      const quantity = { limit, per: 'year' as const, rule: '按受理先后' };
      await cases.publish(world, { ...cases.publication, items: [itemOf({ quantity })] });
      const line: { id: string; state: string }[] = [];
      for (let n = 0; n < 6; n += 1) {
        world.clock.now = new Date(world.clock.now.getTime() + 60_000);
        const id = await draft(world);
        await world.send(cases.submit(id));
        await world.send(cases.accept(id));
        line.push({ id, state: 'open' });
      }
      for (const { n, deed } of done) {
        const one = line[n];
        if (one?.state !== 'open') continue;
        if (deed === 'withdraw') {
          await world.send(cases.withdraw(one.id));
          one.state = 'withdrawn';
          continue;
        }
        const { status } = await world.send(
          cases.decide(one.id, 3, { body: deed === 'grant' ? said.grant : said.refuse }),
        );
        // By hand: what was granted, and what those before may still be granted, must leave a place.
        const needed = line.filter(({ state }, m) => state === 'granted' || (state === 'open' && m < n)).length;
        expect(status).toBe(deed === 'refuse' || needed < limit ? 200 : 409);
        if (status === 200) one.state = deed === 'grant' ? 'granted' : 'refused';
      }
    }),
    { numRuns: 12 },
  );
});
