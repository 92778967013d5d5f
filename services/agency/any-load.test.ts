import { expect, test } from 'vitest';
import { projectInput } from '../../test/docs/examples/project.ts';
import { openAgency } from '../../test/support/agency.ts';
import { lead, memberNamed, officerNamed, teamsOf } from '../../test/support/officers.ts';
import { fc } from '../../test/support/property.ts';

const names = ['a', 'b', 'c'];
const reasons = '示例';

/** What each act asks for; who does it is the lead, or the officer `a`. */
const acts: Record<string, (other: string, team: string) => object> = {
  take: () => ({}),
  assign: (_other, team) => ({ team }),
  'hand-over': (other) => ({ to: `p_${other}` }),
  'give-code': () => ({}),
  'begin-approval': () => ({}),
  'begin-construction': () => ({}),
  complete: () => ({}),
  suspend: () => ({ reasons }),
  resume: () => ({}),
  terminate: () => ({ reasons }),
};

const step = fc.record({
  act: fc.constantFrom('register', 'register', ...Object.keys(acts), 'assign', 'assign'),
  which: fc.nat(20),
  who: fc.constantFrom(...names),
});

interface Seen {
  officer?: string;
  status: string;
  id: string;
}

const weights: Record<string, number> = {
  reserve: 1,
  coded: 2,
  'in-approval': 4,
  'under-construction': 2,
  suspended: 1,
};
const weighed = (projects: readonly Seen[], officer: string): number =>
  projects.filter((one) => one.officer === officer).reduce((sum, { status }) => sum + (weights[status] ?? 0), 0);

test('counters equal a recount after any acts, and each choice is the one that a recount would make', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const agency = openAgency();
      const { begin, team, carriedBy } = teamsOf(agency);
      const id = await begin(names.map((name) => memberNamed(name)));
      const ids: string[] = [];
      const all = async (): Promise<Seen[]> => Promise.all(ids.map(agency.show));
      /** When each was last given one, by our own count. */
      const given = new Map<string, number>();
      for (const [n, { act, which, who }] of steps.entries()) {
        agency.clock.now = new Date(Date.parse('2026-08-03T01:00:00Z') + n * 60_000);
        const before = await all();
        const one = ids[which % Math.max(1, ids.length)];
        if (act === 'register') ids.push(await agency.register(projectInput, which % 2 ? lead : officerNamed(who)));
        else if (one) {
          const code = { code: `2607-350102-04-01-${String(n).padStart(6, '0')}` };
          const body = act === 'give-code' ? code : (acts[act]?.(who, id) ?? {});
          const actor = act === 'take' ? officerNamed(who) : lead;
          const { status } = await agency.act(one, act, { body, actor });
          const is: Seen = await agency.show(one);
          const was = before.find((project) => project.id === one);
          if (act === 'assign' && status === 200) {
            const others = names.map((name) => `p_${name}`).filter((officer) => officer !== was?.officer);
            const best = Math.min(...others.map((officer) => weighed(before, officer)));
            const equal = others.filter((officer) => weighed(before, officer) === best);
            const longest = Math.min(...equal.map((officer) => given.get(officer) ?? -1));
            expect(is.officer).toBe(equal.find((officer) => (given.get(officer) ?? -1) === longest));
          }
        }
        for (const after of await all()) {
          const was = before.find((project) => project.id === after.id);
          if (after.officer !== undefined && after.officer !== was?.officer) given.set(after.officer, n);
        }
      }
      const [projects, { members }] = [await all(), await team(id)];
      for (const { officer, open, weight } of members) {
        const own = projects.filter((project) => project.officer === officer && weights[project.status]);
        expect([officer, open, weight]).toEqual([officer, own.length, weighed(projects, officer)]);
        expect(await carriedBy(officer.slice(2))).toEqual(new Set(own.map((project) => project.id)));
      }
    }),
    { numRuns: 12 },
  );
});
