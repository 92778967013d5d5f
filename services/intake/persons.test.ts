import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { itemOf } from './cases.fake.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, outline, reviewer, type LinkedWorld } from '../../test/support/linked.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';
import { fc } from '../../test/support/property.ts';

let world: LinkedWorld;
beforeEach(async () => {
  world = await linkedOver(fakeTable());
});

const as = (actor: typeof people.clerk, partyId: string, sub = actor.sub) => ({ ...actor, partyId, sub });
async function submitted(): Promise<string> {
  const id = await draft(world);
  await world.send(cases.submit(id));
  return id;
}
const accepting = async (id: string, partyId: string) =>
  outline(await world.send(cases.accept(id, { actor: as(people.clerk, partyId) })));
const deciding = async (id: string, version: number, partyId: string) =>
  outline(await world.send(cases.decide(id, version, { actor: as(people.approver, partyId) })));

describe('Nobody handles a case of his own side', () => {
  test.each(['handler', 'delegate', 'guardian', 'legal-representative', 'officer'] as const)(
    'the applicant’s %s neither accepts nor decides it while his authority is in force, and is offered no act',
    async (kind) => {
      const id = await submitted();
      const authority = (sequence: number, state: 'active' | 'ended') =>
        authorityFact(1, sequence, { kind, delegate: 'p_kin', state });
      await told(world.deps, authority(1, 'active'));
      expect(await accepting(id, 'p_kin')).toBe('403 own-case');
      const { body } = await world.send(read(id, { actor: as(people.clerk, 'p_kin') }));
      expect(body.actions).toEqual([]);
      await world.send(cases.accept(id));
      expect(await deciding(id, 3, 'p_kin')).toBe('403 own-case');
      await told(world.deps, authority(2, 'ended'));
      expect(await deciding(id, 3, 'p_kin')).toBe('200 decided');
    },
  );

  test('a clerk who once entered a case is no delegate of its applicant', async () => {
    const id = await submitted();
    await told(world.deps, authorityFact(1, 1, { kind: 'clerk-assisted', delegate: people.clerk.partyId }));
    expect(await accepting(id, people.clerk.partyId)).toBe('200 accepted');
  });

  test('who handed it in for him never handles it, though his authority has ended since', async () => {
    const handler = applicantActor('handler');
    await told(world.deps, authorityFact(1, 1));
    const id = await draft(world);
    expect(outline(await world.send(act(id, 'submit', { actor: handler })))).toBe('200 submitted');
    await told(world.deps, authorityFact(1, 2, { state: 'ended' }));
    expect(await accepting(id, 'p_handler')).toBe('403 own-case');
    await world.send(cases.accept(id));
    expect(await deciding(id, 3, 'p_handler')).toBe('403 own-case');
    expect((await world.send(read(id))).body).not.toHaveProperty('representedBy');
    expect(await deciding(id, 3, people.approver.partyId)).toBe('200 decided');
  });

  test('nor does he who came to the desk for him', async () => {
    const document = { kind: 'resident-id', number: '81000019980902013X' };
    const entry = { hall: 'gulou-hall', window: '12', documentsSeen: ['resident-id'], originalChecked: true };
    const desk = { actor: people.clerk, headers: cases.freshKey() };
    const body = {
      itemKey: 'food-business-licence',
      channel: 'window',
      form: cases.goodForm,
      applicant: { kind: 'person', document: { kind: 'resident-id', number: '11010519491231002X' } },
      entry: { ...entry, signatureKept: true, present: { relation: 'delegate', document } },
    };
    const begun = await world.send({ method: 'POST', path: '/intake/applications', ...desk, body });
    const { id } = begun.body;
    await world.send(act(id, 'submit', { actor: people.clerk }));
    const { body: shown } = await world.send(read(id, { actor: people.clerk }));
    const { partyId } = shown.entry.present;
    expect(await accepting(id, partyId)).toBe('403 own-case');
    await world.send(cases.accept(id));
    expect(await deciding(id, 3, partyId)).toBe('403 own-case');
  });
});

describe('Merges of parties count when somebody acts', () => {
  test('a case is one’s own by any id that merges join, and no longer when they are undone', async () => {
    const person = fc.constantFrom('p_company', 'p_a', 'p_b', 'p_c');
    const merge = fc.record({
      pair: fc.tuple(person, person).filter(([one, other]) => one !== other),
      stands: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(merge, { maxLength: 4 }), person, person, async (merges, me, principal) => {
        world = await linkedOver(fakeTable());
        const id = await submitted();
        for (const [n, { pair, stands }] of merges.entries()) {
          await told(world.deps, mergeFact(n, pair, 'merged'));
          if (!stands) await told(world.deps, mergeFact(n, pair, 'undone'));
        }
        await told(world.deps, authorityFact(1, 1, { delegate: 'p_a', principal }));
        const pairs = merges.filter(({ stands }) => stands).map(({ pair }) => pair);
        const mine = joined(me, pairs);
        const reach = mine.includes('p_a') ? [...mine, ...joined(principal, pairs)] : mine;
        expect(await accepting(id, me)).toBe(reach.includes('p_company') ? '403 own-case' : '200 accepted');
      }),
      { numRuns: 25 },
    );
  });

  test('maker and checker are one person by either document', async () => {
    const id = await submitted();
    await told(world.deps, mergeFact(1, ['p_one', 'p_two'], 'merged'));
    const proposal = { reasons: '不属于规定的对象范围', guidance: '请到三楼' };
    await world.send(act(id, 'propose-refusal', { actor: as(people.clerk, 'p_two', 'acc-a'), body: proposal }));
    const check = async () =>
      outline(
        await world.send(
          act(id, 'approve-refusal', { actor: as(people.head, 'p_one', 'acc-b'), body: { opinion: '经核查属实' } }),
        ),
      );
    expect(await check()).toBe('403 same-person');
    await told(world.deps, mergeFact(1, ['p_one', 'p_two'], 'undone'));
    expect(await check()).toBe('200 decided');
  });

  test('an edition is not published by who prepared it under his other document', async () => {
    await told(world.deps, mergeFact(1, ['p_one', 'p_two'], 'merged'));
    const post = (path: string, actor: typeof people.clerk, body: object = {}) =>
      world.send({ method: 'POST', path: `/intake/catalogue${path}`, actor, headers: cases.freshKey(), body });
    const editor = as(staffActor('catalogue-editor'), 'p_one');
    const prepared = await post('', editor, { whole: true, ...cases.publication });
    const path = `/editions/${prepared.body.id}`;
    await post(`${path}/submit`, editor);
    const publish = async (partyId: string) =>
      outline(await post(`${path}/publish`, as(staffActor('catalogue-publisher'), partyId)));
    expect(await publish('p_two')).toBe('403 edition-same-person');
    expect(await publish('p_three')).toBe('200 published');
  });
});

test('Who steps back leaves a task with the colleague who has it in hand, and cannot hand it to another', async () => {
  const steps = [{ department: 'amr', mode: 'serial' as const, name: '书面审查' }];
  await cases.publish(world, { ...cases.publication, items: [itemOf({ steps })] });
  const id = await submitted();
  await world.send(cases.accept(id));
  const lead = staffActor('lead', { department: 'amr' });
  const send = (name: string, actor: typeof lead, body: object = {}) =>
    world.send(act(id, `tasks/1/${name}`, { actor, body }));
  const query = { department: 'amr' };
  await world.send({ path: '/intake/reviews', query, actor: people.head });
  await send('claim', people.approver);
  const assignee = async () => (await world.send(read(id, { actor: people.head }))).body.tasks[0].assignee;
  const reason = '与申请人有亲属关系';
  expect(outline(await send('recuse', lead, { reason, to: people.head.sub }))).toBe('403 not-your-task');
  expect(outline(await send('recuse', lead, { reason }))).toBe('200 accepted');
  expect(await assignee()).toBe(people.approver.sub);
  expect(outline(await send('claim', lead))).toBe('403 recused');
});

describe('A review is not decided by a person whose decision it judges', () => {
  const upheld = { outcome: 'refused', ruling: 'upheld' };

  test.each([
    ['by a second account', people.approver.partyId],
    ['by a second document', 'p_second'],
  ])('%s', async (_, partyId) => {
    await told(world.deps, mergeFact(1, [people.approver.partyId, 'p_second'], 'merged'));
    const review = await world.review(await world.decided('refused'));
    const { id } = review.body;
    const same = as(reviewer, partyId, 'second-account');
    expect(outline(await world.send(act(id, 'accept', { actor: same })))).toBe('403 recused');
    expect(outline(await world.ended(id, reviewer, upheld))).toBe('200 decided');
  });

  test('what it annuls the reviewer does not decide anew, whatever his account', async () => {
    const first = await world.decided('refused');
    const review = await world.review(first);
    const annulled = await world.ended(review.body.id, reviewer, { outcome: 'granted', ruling: 'annulled' });
    expect(outline(annulled)).toBe('200 decided');
    const { decision } = (await world.send(read(review.body.id))).body;
    const accept = async (partyId: string) =>
      outline(await world.send(cases.accept(decision.anew, { actor: as(people.head, partyId, 'other-account') })));
    expect(await accept(reviewer.partyId)).toBe('403 recused');
    expect(await accept(people.approver.partyId)).toBe('403 recused');
    expect(await accept('p_nobody-yet')).toBe('200 accepted');
  });
});

/** The model: whom merges that stand join to one, found by trying each pair again and again. */
function joined(start: string, pairs: readonly (readonly [string, string])[]): string[] {
  const found = new Set([start]);
  pairs.forEach(() => {
    for (const [one, other] of pairs) if (found.has(one) || found.has(other)) found.add(one).add(other);
  });
  return [...found];
}
