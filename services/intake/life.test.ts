import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read } from '../../test/support/intake.ts';
import { fc } from '../../test/support/property.ts';

type Person = keyof typeof people;
const actors: readonly Person[] = [
  'company',
  'agent',
  'stranger',
  'clerk',
  'approver',
  'head',
  'otherApprover',
  'farApprover',
];

// The rules of the case, by hand: who sees it, who may do what in which state.
const applicants: Person[] = ['company', 'agent'];
const office = new Set<Person>(['clerk', 'approver', 'head']);
const sees = (person: Person, state: string) =>
  applicants.includes(person) || (state !== 'draft' && office.has(person));
const rules: Record<string, { from: readonly string[]; to: string; open: readonly Person[]; may: readonly Person[] }> =
  {
    // `open`: whose role the route takes at all. Gulou's desks may hand in, a person may act for himself.
    submit: { from: ['draft'], to: 'submitted', open: [...applicants, 'stranger', 'clerk'], may: applicants },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      open: ['clerk', 'approver', 'head', 'otherApprover'],
      may: ['clerk', 'approver', 'head'],
    },
    decide: {
      from: ['accepted'],
      to: 'decided',
      open: ['approver', 'head', 'otherApprover'],
      may: ['approver', 'head'],
    },
    withdraw: {
      from: ['draft', 'submitted', 'accepted'],
      to: 'withdrawn',
      open: [...applicants, 'stranger'],
      may: applicants,
    },
  };

function expected(person: Person, name: string, state: string): number {
  const rule = rules[name];
  if (!rule?.open.includes(person)) return 403;
  if (!sees(person, state)) return 404;
  return rule.from.includes(state) ? 200 : 409;
}

const step = fc.record({ person: fc.constantFrom(...actors), name: fc.constantFrom(...Object.keys(rules)) });

test('property: whoever tries whatever, the case obeys its rules over HTTP, and its facts tell every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const world = cases.intakeOver(fakeTable());
      await cases.publish(world);
      const id = await draft(world);
      let [state, version] = ['draft', 1];
      for (const { person, name } of steps) {
        const actor = people[person];
        const body = { decide: { outcome: 'granted', opinion: '同意' }, withdraw: { reason: '不办了' } }[name] ?? {};
        const headers = { 'If-Match': `"${version}"` };
        const answer = await world.send(cases.act(id, name, { actor, body, headers }));
        expect([person, name, state, answer.status]).toEqual([person, name, state, expected(person, name, state)]);
        if (answer.status === 200) {
          version += 1;
          state = rules[name]?.to ?? '';
          expect(answer.body).toMatchObject({ id, status: state, version });
        }
        const seen = await world.send(read(id, { actor }));
        const offered: string[] = seen.body.actions ?? [];
        for (const offer of offered.filter((one) => one !== 'edit')) {
          expect([offer, expected(person, offer, state)]).toEqual([offer, 200]);
        }
      }
      const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
      expect(body.items).toHaveLength(version);
      const facts = (await world.facts()).filter(({ subject }) => subject === id);
      expect(facts.map(({ sequence }) => sequence)).toEqual(Array.from({ length: version - 1 }, (_, n) => n + 2));
    }),
    { numRuns: 60 },
  );
});
