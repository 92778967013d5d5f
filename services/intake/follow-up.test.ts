import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import { tickedAt } from '../../test/support/clock.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, outline, slip, type LinkedWorld } from '../../test/support/linked.ts';
import { authorityFact, told } from '../../test/support/parties.ts';
import { followUpGraph } from './domain/case/follow-up.ts';
import { routes } from './api.ts';

let table: FakeTable;
let world: LinkedWorld;
beforeEach(async () => {
  table = fakeTable();
  world = await linkedOver(table);
});
const recordOf = (id: string) => table.rows().filter(({ pk, sk }) => pk === `CASE#${id}` && sk !== 'NEXT');

/** What is told in one act has one moment, and no order. */
const factsOf = async (caseId: string) =>
  (await world.facts()).filter(({ subject }) => subject === caseId).toSorted((a, b) => a.type.localeCompare(b.type));

describe('a decided case never changes: another one is opened upon it', () => {
  test('received at once, for the same party, with clocks and a timeline of its own, linked both ways', async () => {
    const id = await world.decided();
    const before = recordOf(id);
    const opened = await world.correct(id);
    expect([opened.status, opened.body.status]).toEqual([201, 'submitted']);
    expect(opened.headers['Location']).toBe(`../../applications/${opened.body.id}`);
    expect(recordOf(id)).toEqual(before);

    const original = (await world.send(read(id))).body;
    const linked = { caseId: opened.body.id, as: 'correct', openedAt: '2026-08-03T01:00:00.000Z', status: 'submitted' };
    expect(original.followedBy).toEqual([linked]);
    const followed = (await world.send(read(opened.body.id))).body;
    expect(followed).toMatchObject({
      follows: { caseId: id, as: 'correct', by: 'applicant', why: slip },
      itemKey: 'food-business-licence',
      department: 'amr',
      form: cases.goodForm,
      acceptBy: '2026-08-10T15:59:59.999Z',
      actions: ['withdraw'],
    });
    const timeline = await world.send({
      ...read(opened.body.id),
      path: `/intake/applications/${opened.body.id}/timeline`,
    });
    expect(timeline.body.items).toMatchObject([
      { act: 'correct', office: 'applicant', actor: 'company', reason: slip },
    ]);
    const mine = await world.send({ path: '/intake/applications', query: { mine: 'true' }, actor: people.company });
    expect(mine.body.items).toHaveLength(2);
  });

  test('its outcome is shown there, and its facts say upon which case it is', async () => {
    const id = await world.decided();
    const { body } = await world.revoke(id);
    expect(outline(await world.ended(body.id))).toBe('200 decided');
    expect((await world.send(read(id))).body.followedBy).toMatchObject([
      { as: 'revoke', status: 'decided', outcome: 'granted' },
    ]);
    const facts = await factsOf(body.id);
    expect(facts.map(({ type, data }) => [type, data['follows']])).toEqual([
      ['intake.application-submitted.v1', { caseId: id, as: 'revoke' }],
      ['intake.case-changed.v2', { caseId: id, as: 'revoke' }],
      ['intake.case-changed.v2', { caseId: id, as: 'revoke' }],
    ]);
  });

  test('silence accepts it as it accepts any other, and a repeated request opens it once', async () => {
    const id = await world.decided();
    const request = act(id, 'correct', { actor: people.company, body: { why: slip } });
    const [first, again] = [await world.send(request), await world.send(request)];
    expect([again.body.id, again.headers['Idempotent-Replayed']]).toEqual([first.body.id, 'true']);
    await tickedAt(world, '2026-08-11T01:00:00Z');
    expect((await world.send(read(first.body.id))).body).toMatchObject({ status: 'accepted', acceptedBy: 'silence' });
  });
});

test('what the office opens of its own accord is under review at once: nobody can be silent about it', async () => {
  const id = await world.decided();
  const [revocation, correction] = [await world.revoke(id), await world.correct(id, {}, people.approver)];
  for (const { body } of [revocation, correction]) {
    expect(body.status).toBe('accepted');
    expect((await world.send(read(body.id))).body).toMatchObject({
      acceptedBy: 'office',
      acceptedAt: '2026-08-03T01:00:00.000Z',
    });
    const facts = await factsOf(body.id);
    expect(facts.map(({ data }) => [data['state'], data['dueAt'] !== undefined])).toEqual([
      [undefined, false],
      ['accepted', true],
    ]);
  }
  await tickedAt(world, '2026-08-12T01:00:00Z');
  expect(table.rows().some(({ rule }) => rule === 'silent-acceptance')).toBe(false);
  expect((await world.send(read(revocation.body.id))).body).toMatchObject({ acceptedBy: 'office' });
});

describe('更正', () => {
  test('may say what the form should have said; the form decided upon stays', async () => {
    const id = await world.decided();
    const changes = [{ pointer: '/operator', value: '示例有限公司' }];
    const { body } = await world.correct(id, { changes });
    expect((await world.send(read(body.id))).body.form).toEqual({ ...cases.goodForm, operator: '示例有限公司' });
    expect((await world.send(read(id))).body.form).toEqual(cases.goodForm);
    const wrong = await world.correct(await world.decided(), { changes: [{ pointer: '/operator', value: '' }] });
    expect([outline(wrong), wrong.body.errors[0].pointer]).toEqual(['400 form-invalid', '/form/operator']);
  });

  test('is opened by the applicant, for him at a window, or by the office, where another then decides', async () => {
    const [one, two, three] = [await world.decided(), await world.decided('refused'), await world.decided()];
    expect((await world.correct(one)).status).toBe(201);
    const atWindow = await world.correct(two, { entry: entryAt.window }, people.farClerk);
    expect((await world.send(read(atWindow.body.id))).body).toMatchObject({
      channel: 'window',
      follows: { by: 'applicant' },
    });
    const own = await world.correct(three, {}, people.approver);
    expect((await world.send(read(own.body.id))).body.follows.by).toBe('office');
    expect(outline(await world.send(cases.decide(own.body.id, 1)))).toBe('403 recused');
    expect(outline(await world.ended(own.body.id, people.head))).toBe('200 decided');
  });

  test('is asked for again only when the last one has ended', async () => {
    const id = await world.decided();
    const { body } = await world.correct(id);
    expect(outline(await world.correct(id))).toBe('409 already-followed');
    await world.send(cases.withdraw(body.id));
    const second = await world.correct(id);
    expect(second.status).toBe(201);
    await world.ended(second.body.id);
    expect((await world.correct(id)).status).toBe(201);
  });

  test('two at once: one is opened', async () => {
    const id = await world.decided();
    table.beforeNextWrite(() => world.correct(id));
    expect(outline(await world.correct(id))).toBe('409 already-followed');
    expect((await world.send(read(id))).body.followedBy).toHaveLength(1);
  });
});

test('no other case is followed, by nobody who does not see it', async () => {
  const id = await draft(world);
  expect(outline(await world.correct(id))).toBe('409 not-to-follow');
  await world.send(cases.submit(id));
  await world.send(cases.withdraw(id));
  expect(outline(await world.review(id))).toBe('409 not-to-follow');
  const other = await world.decided();
  expect([
    (await world.correct(other, {}, people.stranger)).status,
    (await world.review(other, people.stranger)).status,
  ]).toEqual([404, 404]);
  expect((await world.correct(other, {}, people.otherApprover)).status).toBe(404);
  expect((await world.correct(other, { ground: 'other' })).status).toBe(400);
});

test('who holds an authority asks in the applicant’s place', async () => {
  const id = await world.decided();
  await told(world.deps, authorityFact(1, 1));
  const { body } = await world.correct(id, {}, applicantActor('handler'));
  const timeline = await world.send({ ...read(body.id), path: `/intake/applications/${body.id}/timeline` });
  expect(timeline.body.items).toMatchObject([{ actor: 'handler', onBehalfOf: 'p_company' }]);
});

const openings = [...new Set(followUpGraph.map(({ act: opening }) => opening))];
test.each(openings)('the route of %s is open to exactly those whom the graph lets', (opening) => {
  const who = followUpGraph.filter((one) => one.act === opening).flatMap((one) => one.who);
  // What is decided anew is opened by who decides the review.
  const name = opening === 'decide-anew' ? 'decide' : opening;
  const found = routes.find(({ path }) => path === `/intake/applications/{id}/${name}`);
  const open = (found?.may ?? []).flatMap((one): readonly string[] => (one.who === 'staff' ? one.roles : [one.who]));
  expect(new Set(open)).toEqual(new Set<string>(who));
});
