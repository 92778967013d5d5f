import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read, type Answer, type IntakeWorld } from '../../test/support/intake.ts';
import { otherHead, outline } from '../../test/support/linked.ts';
import { mergeFact, told } from '../../test/support/parties.ts';
import { itemOf } from './cases.fake.ts';
import { commitmentGraph } from './domain/commitment/acting.ts';
import { routes } from './api.ts';

const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 20 };
const about = { type: 'plan', name: '平面图', must: 'deferrable', source: 'applicant', about: 'premises' } as const;
const plan = { ...about, restsOn: 'item' as const, sharedResource: null, originals: 0, copies: 1 };

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const steps = [{ department: 'amr', mode: 'serial' as const }];
  await cases.publish(world, {
    ...cases.publication,
    items: [itemOf({ commitment: promise, materials: [plan], steps }), itemOf({ key: 'no-promise' })],
  });
});
const begin = (rest: object = {}, actor = people.company): Promise<Answer> => {
  const body = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'online', commitment: true, ...rest };
  return world.send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
};
async function granted(): Promise<string> {
  const { id } = (await begin()).body;
  await world.send(cases.submit(id));
  expect(outline(await world.send(cases.decide(id, 2)))).toBe('200 decided');
  return id;
}
const check = (id: string, name: string, rest: { actor?: Actor; body?: object } = {}) =>
  world.send(act(id, `commitment/${name}`, { actor: people.head, body: { result: '现场核查' }, ...rest }));
const shown = async (id: string) =>
  (await world.send({ ...read(id), path: `/intake/applications/${id}/commitment` })).body;
const toCheck = async (status = 'to-check') =>
  (await world.send({ path: '/intake/commitments', query: { department: 'amr', status }, actor: people.approver })).body
    .items;

describe('a commitment', () => {
  test('spares the proof and the review: decided at once, and checked within the item’s days', async () => {
    const id = await granted();
    const { checkWithin, ...promised } = promise;
    expect((await world.send(read(id))).body.checkWithin).toBe(checkWithin);
    expect(await shown(id)).toMatchObject({
      ...promised,
      check: { status: 'to-check', dueAt: '2026-08-31T15:59:59.999Z', acts: [{ act: 'grant', actor: 'approver' }] },
    });
    expect(await toCheck()).toMatchObject([{ caseId: id, actions: ['keep', 'order'] }]);
  });

  test('is not made where the item takes none, and is free: without it the review goes its way', async () => {
    expect(outline(await begin({ itemKey: 'no-promise' }))).toBe('409 no-commitment');
    const { id } = (await begin({ commitment: false })).body;
    await world.send(cases.submit(id));
    expect(outline(await world.send(cases.decide(id, 2)))).toBe('409 wrong-state');
    expect((await world.send({ ...read(id), path: `/intake/applications/${id}/commitment` })).status).toBe(404);
  });

  test('that was refused, or withdrawn, is not checked', async () => {
    const { id } = (await begin()).body;
    await world.send(cases.submit(id));
    const body = { outcome: 'refused', opinion: '不同意', reasons: '不符合条件' };
    await world.send(cases.decide(id, 2, { body }));
    expect((await shown(id)).check).toBeUndefined();
    expect((await check(id, 'keep')).status).toBe(404);
  });

  test('is kept, or mended by a day that was ordered, and then done with', async () => {
    const [one, two] = [await granted(), await granted()];
    expect(outline(await check(one, 'keep', { actor: people.approver }))).toBe('200 kept');
    expect(outline(await check(one, 'break'))).toBe('409 commitment-wrong-state');
    const ordered = await check(two, 'order', { actor: people.approver, body: { result: '洗消间不合格', days: 5 } });
    expect(ordered.body).toMatchObject({ status: 'fixing', dueAt: '2026-08-10T15:59:59.999Z' });
    expect(outline(await check(two, 'keep'))).toBe('200 kept');
    expect((await shown(two)).check.acts.map((entry: { act: string }) => entry.act)).toEqual([
      'grant',
      'order',
      'keep',
    ]);
    expect(await toCheck()).toEqual([]);
    expect(outline(await begin())).toBe('201 draft');
  });

  test('that nobody checks in time is a finding, once for each time that was set', async () => {
    const id = await granted();
    const found = () => table.rows().filter(({ sk, rule }) => sk === 'REC' && rule === 'commitment-unchecked').length;
    await tickedAt(world, '2026-08-31T15:00:00Z');
    expect(found()).toBe(0);
    await tickedAt(world, '2026-08-31T17:00:00Z');
    await tickedAt(world, '2026-09-01T17:00:00Z');
    expect(found()).toBe(1);
    await check(id, 'order', { actor: people.approver, body: { result: '限期整改', days: 2 } });
    await tickedAt(world, '2026-09-04T17:00:00Z');
    expect(found()).toBe(2);
    expect(table.rows().some(({ pk, sk }) => pk === `COMMITMENT#${id}` && sk === 'DUE')).toBe(false);
  });

  test('checked while the clock looks at it: no finding, and what was found stands', async () => {
    const id = await granted();
    await tickedAt(world, '2026-08-31T15:00:00Z');
    table.beforeNextWrite(() => check(id, 'keep'));
    await tickedAt(world, '2026-08-31T17:00:00Z');
    expect((await shown(id)).check.status).toBe('kept');
    expect(table.rows().some(({ rule }) => rule === 'commitment-unchecked')).toBe(false);
  });
});

describe('a broken commitment', () => {
  test('opens a case to revoke the grant, in the same act; another person decides it', async () => {
    const id = await granted();
    const { body } = await check(id, 'break');
    expect(body).toMatchObject({ status: 'broken', actions: ['repair'] });
    expect((await world.send(read(body.revocation))).body).toMatchObject({
      status: 'accepted',
      follows: { caseId: id, as: 'revoke', by: 'office', ground: 'commitment-broken', why: '现场核查' },
      recused: ['head'],
    });
    expect((await world.send(read(id))).body.followedBy).toMatchObject([{ caseId: body.revocation, as: 'revoke' }]);
  });

  test('opens none where one stands already', async () => {
    const id = await granted();
    const opened = await world.send(
      act(id, 'revoke', { actor: otherHead, body: { ground: 'deception', why: '伪造' } }),
    );
    const broken = await check(id, 'break');
    expect([broken.body.status, broken.body.revocation]).toEqual(['broken', undefined]);
    expect((await world.send(read(id))).body.followedBy).toMatchObject([{ caseId: opened.body.id }]);
  });

  test('bars its party, by any of its ids, from committing itself and from tolerance, until another head repairs it', async () => {
    const early = (await begin()).body.id;
    const id = await granted();
    await check(id, 'break');
    expect(outline(await begin())).toBe('409 record-unrepaired');
    expect(outline(await world.send(cases.submit(early)))).toBe('409 record-unrepaired');
    await told(world.deps, mergeFact(1, ['p_company', 'p_permit'], 'merged'));
    const permit = { ...people.stranger, sub: 'permit', partyId: 'p_permit' };
    expect(outline(await begin({}, permit))).toBe('409 record-unrepaired');
    expect(outline(await begin({}, people.stranger))).toBe('201 draft');

    const plainCase = (await begin({ commitment: false })).body.id;
    await world.send(cases.submit(plainCase));
    const tolerance = {
      tolerance: { requirements: ['plan'], days: 3, promised: true, signature: { ref: 'hall-2026-0001' } },
    };
    const tolerated = () => world.send(cases.accept(plainCase, { body: tolerance }));
    expect(outline(await tolerated())).toBe('409 record-unrepaired');

    expect(outline(await check(id, 'repair'))).toBe('403 same-person');
    const otherAccount = { ...otherHead, partyId: people.head.partyId };
    expect(outline(await check(id, 'repair', { actor: otherAccount }))).toBe('403 same-person');
    expect(outline(await check(id, 'repair', { actor: otherHead }))).toBe('200 repaired');
    expect(outline(await tolerated())).toBe('200 accepted');
    expect(outline(await begin({}, permit))).toBe('201 draft');
  });

  test('two heads at once: it is broken once, with one case', async () => {
    const id = await granted();
    table.beforeNextWrite(() => check(id, 'break', { actor: otherHead }));
    expect(outline(await check(id, 'break'))).toBe('409 commitment-wrong-state');
    expect((await world.send(read(id))).body.followedBy).toHaveLength(1);
  });

  test('is nobody’s own affair, and none of another department', async () => {
    const id = await granted();
    expect(outline(await check(id, 'keep', { actor: { ...people.head, orgs: ['p_company'] } }))).toBe('403 own-case');
    expect((await check(id, 'keep', { actor: staffActor('head', { department: 'health' }, 'h') })).status).toBe(404);
  });
});

test('a tolerance that lapsed bars as well, until what was to follow has come', async () => {
  const { id } = (await begin({ commitment: false })).body;
  await world.send(cases.submit(id));
  const body = { tolerance: { requirements: ['plan'], days: 2, promised: true, signature: { ref: 'hall-2026-0001' } } };
  await world.send(cases.accept(id, { body }));
  await tickedAt(world, '2026-08-05T17:00:00Z');
  expect(outline(await begin())).toBe('409 record-unrepaired');
  const came = [{ requirement: 'plan', seen: { originals: 1, copies: 0 } }];
  await world.send(act(id, 'settle-tolerance', { actor: people.clerk, body: { came } }));
  expect(outline(await begin())).toBe('201 draft');
});

const ofStaff = commitmentGraph.filter(({ who }) => !who.includes('clock'));
test.each(ofStaff)('the route of $act is open to exactly those whom the graph lets', ({ act: name, who }) => {
  const found = routes.find(({ path }) => path === `/intake/applications/{id}/commitment/${name}`);
  const open = (found?.may ?? []).flatMap((one) => (one.who === 'staff' ? one.roles : []));
  expect(new Set(open)).toEqual(new Set(who));
});
