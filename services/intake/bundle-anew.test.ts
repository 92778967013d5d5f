import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { justice, outline, reviewer } from '../../test/support/linked.ts';
import { mergeFact, told } from '../../test/support/parties.ts';

const uscc = '91350199MA00000015';
const company = applicantActor('company', {
  kind: 'organisation',
  partyId: partyIdOf(cases.cityKey, { kind: 'uscc', number: uscc }),
});
const amr = staffActor('approver', { department: 'amr' });
const otherAmr = staffActor('approver', { department: 'amr' }, 'other-amr');

let world: IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
let id: string;
const send: IntakeWorld['send'] = (request) => world.send(request);
const show = async () => (await send(bundles.show(id))).body;
const caseOf = async (n: number) => String((await show()).parts[n].caseId);
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  inbox = ownInbox(world);
  const seed = seedOf('open-a-restaurant');
  const items = seed.items.map((item) => ({ ...item, steps: undefined, jointDepartments: undefined }));
  const departments = [...seed.departments.filter(({ reviews }) => !reviews), justice];
  expect((await cases.publish(world, { ...seed, departments, items })).body).not.toHaveProperty('errors');
  const form = await bundles.formFor(world, restaurant);
  id = (await send(bundles.begin({ ...restaurant, form }))).body.id;
  await send(bundles.act(id, 'submit'));
  await inbox.empty();
});

async function refused(caseId: string) {
  const reasons = '经营范围不属于本机关登记';
  await send(act(caseId, 'propose-refusal', { actor: people.clerk, body: { reasons, guidance: '请咨询' } }));
  const body = { opinion: '同意' };
  expect(outline(await send(act(caseId, 'approve-refusal', { actor: people.head, body })))).toBe('200 decided');
}
async function decided(caseId: string, actor: typeof amr, said: object) {
  await send(cases.accept(caseId, { actor }));
  const { version } = (await send(read(caseId, { actor }))).body;
  const body = { outcome: 'granted', opinion: '经审查', ...said };
  expect(outline(await send(cases.decide(caseId, version, { actor, body })))).toBe('200 decided');
}
const granted = (caseId: string, actor = amr) =>
  decided(caseId, actor, { issued: { party: { kind: 'organisation', uscc } } });
/** 复议: the refusal of a case is annulled; gives the case in which it is decided anew. */
async function annulled(caseId: string): Promise<string> {
  const { body } = await send(act(caseId, 'review', { actor: founder, body: { why: '理由不成立' } }));
  await decided(body.id, reviewer, { ruling: 'annulled', reasons: '事实不清' });
  return (await send(read(body.id, { actor: founder }))).body.decision.anew;
}

describe('the refusal of a part that a review annuls', () => {
  test('opens the part again, and what was dropped with it waits: the grant made anew opens that', async () => {
    const first = await caseOf(0);
    await refused(first);
    await inbox.empty();
    expect(await show()).toMatchObject({ status: 'done', parts: [{}, { status: 'dropped' }, { status: 'dropped' }] });
    const anew = await annulled(first);
    await inbox.empty({ times: 2 });
    const shown = await show();
    expect(shown).toMatchObject({
      status: 'under-way',
      parts: [{ status: 'open', caseId: anew, forwarded: [first] }, { status: 'waiting' }, { status: 'waiting' }],
    });
    expect([shown.endedAt, shown.parts[0].outcome, shown.parts[1].because]).toEqual([undefined, undefined, undefined]);
    await granted(anew, otherAmr);
    await inbox.empty({ times: 2 });
    expect(await show()).toMatchObject({
      status: 'under-way',
      parts: [{ outcome: 'granted', caseId: anew }, { status: 'open' }, { status: 'open' }],
    });
    expect((await send(read(await caseOf(1), { actor: company }))).body).toMatchObject({ status: 'submitted' });
  });

  test('does so also where the end of what was decided anew is heard of before the review', async () => {
    const first = await caseOf(0);
    await refused(first);
    await inbox.empty();
    const anew = await annulled(first);
    await granted(anew, otherAmr);
    const told = await inbox.waiting();
    expect(told).toHaveLength(2);
    await inbox.bring(...told.toReversed());
    await inbox.empty();
    expect(await show()).toMatchObject({ parts: [{ outcome: 'granted', caseId: anew }, { status: 'open' }, {}] });
  });

  test('that is refused anew drops what waits once more, and the bundle is done', async () => {
    const first = await caseOf(0);
    await refused(first);
    await inbox.empty();
    const anew = await annulled(first);
    await inbox.empty();
    await decided(anew, otherAmr, { outcome: 'refused', reasons: '经审查不符合登记条件第三条' });
    await inbox.empty();
    expect(await show()).toMatchObject({
      status: 'done',
      parts: [{ outcome: 'refused' }, { status: 'dropped', because: 'company-registration' }, { status: 'dropped' }],
    });
  });
});

describe('a part of the company that an earlier one has made', () => {
  beforeEach(async () => {
    await granted(await caseOf(0));
    await inbox.empty();
  });

  test('stands in the list of its founder and in that of the company, as it is now', async () => {
    const food = await caseOf(1);
    await send(cases.accept(food, { actor: amr }));
    const listed = async (actor: typeof founder) => {
      const query = { mine: 'true', limit: '2' };
      const first = (await send({ path: '/intake/applications', query, actor })).body;
      const cursor = first.nextCursor;
      const next = cursor && (await send({ path: '/intake/applications', query: { ...query, cursor }, actor })).body;
      return [...first.items, ...(next ? next.items : [])];
    };
    const all = await Promise.all([founder, company].map(listed));
    expect(all.map((items) => items.length)).toEqual([3, 2]);
    for (const items of all) {
      expect(items.find((one) => one.id === food)).toMatchObject({ status: 'accepted' });
      expect(new Set(items.map((one) => one.id)).size).toBe(items.length);
    }
  });

  test('is of a bundle that its founder finds in his list by each of his ids', async () => {
    await told(world.deps, mergeFact(1, [founder.partyId, 'p_second'], 'merged'));
    const second = applicantActor('second', { partyId: 'p_second' });
    const mine = await send({ path: bundles.path, query: { mine: 'true' }, actor: second });
    expect(mine.body.items).toMatchObject([{ id, status: 'under-way' }]);
  });

  test.each(['review', 'correct'])('is its founder’s still in what he opens upon it: %s', async (name) => {
    const food = await caseOf(1);
    await refused(food);
    const opened = await send(act(food, name, { actor: founder, body: { why: '理由不成立' } }));
    expect(outline(opened)).toBe('201 submitted');
    const both = await Promise.all([founder, company].map((actor) => send(read(opened.body.id, { actor }))));
    expect(both.map(({ status, body }) => [status, body.bundleId])).toEqual([
      [200, id],
      [200, id],
    ]);
    const submission = (await world.facts()).find(({ subject }) => subject === opened.body.id);
    expect(submission?.data).toMatchObject({ partyId: company.partyId, heldBy: founder.partyId });
  });

  test('is at a desk its founder’s, by whichever of his documents', async () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
    const food = await caseOf(1);
    const entry = { ...entryAt.window, present: { relation: 'self', document } };
    const withdraw = () => send(act(food, 'withdraw', { actor: people.clerk, body: { reason: '不办了', entry } }));
    expect(outline(await withdraw())).toBe('403 not-entitled');
    const second = partyIdOf(cases.cityKey, document);
    await told(world.deps, mergeFact(1, [founder.partyId, second], 'merged'));
    expect(outline(await withdraw())).toBe('200 withdrawn');
  });
});
