import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { answer, confirmed, given } from '../../test/support/case-materials.ts';
import { toldFees } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let world: IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
beforeEach(() => {
  world = cases.intakeOver(fakeTable());
  inbox = ownInbox(world);
});
const show = async (id: string) => (await world.send(bundles.show(id))).body;
const submit = (id: string) => world.send(bundles.act(id, 'submit'));
const partOf = async (id: string, item: string) =>
  (await show(id)).parts.find((one: { item: string }) => one.item === item);
const statuses = async (id: string, item: string) => {
  const { caseId } = await partOf(id, item);
  const list = await world.send({ path: `/intake/applications/${caseId}/materials`, actor: founder });
  return list.body.requirements.map((one: Record<string, string>) => `${one['requirement']} ${one['status']}`);
};
/** What the library was told of the case of an item. */
const told = async (itemKey: string) =>
  (await world.facts()).find(({ type, data }) => type.includes('-submitted') && data['itemKey'] === itemKey)?.data;

const line = (type: string) => ({
  type,
  name: type,
  must: 'must' as const,
  restsOn: 'item' as const,
  source: 'applicant' as const,
  about: 'party' as const,
  sharedResource: null,
  originals: 0,
  copies: 1,
});
const form = { type: 'object', properties: { operator: { type: 'string' } } };
const kitchen = itemOf({ key: 'kitchen', form, materials: [line('lease'), line('plan')] });
const terrace = itemOf({ key: 'terrace', form, materials: [line('lease'), line('plan'), line('photo')] });
const bar = itemOf({ key: 'bar', form, materials: [line('lease'), line('plan')] });
const parts = ['kitchen', 'terrace'].map((item) => ({ item, needs: [] }));
const open = { key: 'open', name: '开办', nameEn: 'Open', parts };

const begin = (materials: object[]) =>
  world.send(bundles.begin({ bundleKey: 'open', form: { shared: {}, items: {} }, materials }));

describe('a bundle', () => {
  beforeEach(async () => {
    const edition = { ...cases.publication, items: [kitchen, terrace, bar], bundles: [open] };
    expect(outline(await cases.publish(world, edition))).toMatch(/^200/);
  });

  test('is given a document once for all of its items that ask for it, or for some of them', async () => {
    const plans = [
      { ...given('plan', 2), items: ['kitchen'] },
      { ...given('plan', 3), items: ['terrace'] },
    ];
    const { id } = (await begin([given('lease'), ...plans])).body;
    const list = (await show(id)).materials.map(({ type, given: named = [] }: Record<string, unknown[]>) => [
      type,
      named.length,
    ]);
    expect(list).toEqual([
      ['lease', 1],
      ['plan', 2],
      ['photo', 0],
    ]);
    expect(outline(await submit(id))).toMatch(/^200/);
    await inbox.empty({ times: 2 });
    expect((await told('kitchen'))?.['materials']).toEqual([given('lease'), given('plan', 2)]);
    expect((await told('terrace'))?.['materials']).toEqual([given('lease'), given('plan', 3)]);
    expect(await told('terrace')).toMatchObject({ retention: '10-years' });

    expect(await statuses(id, 'terrace')).toEqual(['lease waiting', 'plan waiting', 'photo missing']);
    const { caseId } = await partOf(id, 'terrace');
    expect(outline(await world.send(cases.accept(caseId)))).toBe('409 materials-waiting');
    expect(await toldFees(world.deps, answer(caseId, 2, confirmed('lease'), confirmed('plan', 3)))).toBe(0);
    expect(await statuses(id, 'terrace')).toEqual(['lease confirmed', 'plan confirmed', 'photo missing']);
    expect(await statuses(id, 'kitchen')).toEqual(['lease waiting', 'plan waiting']);
    expect(outline(await world.send(cases.accept(caseId)))).toBe('200 accepted');
  });

  test('takes nothing that none of its items asks for, and one document for each line of each', async () => {
    const wrong = await begin([
      given('deed'),
      given('plan'),
      { ...given('plan', 2), items: ['terrace'] },
      { ...given('photo'), items: ['terrace', 'kitchen'] },
    ]);
    expect(outline(wrong)).toBe('400 invalid-input');
    expect(wrong.body.errors).toMatchObject([
      { pointer: '/materials/0/requirement', code: 'not-on-list' },
      { pointer: '/materials/2/requirement', code: 'given-twice' },
      { pointer: '/materials/3/items/1', code: 'not-on-list' },
    ]);
  });

  test('keeps its documents until it names others, and under the item that takes the place of one of its own', async () => {
    const { id } = (await begin([{ ...given('plan'), items: ['kitchen'] }])).body;
    const save = (version: number, more: object = {}) =>
      world.send(bundles.save(id, version, { body: { form: { shared: {}, items: {} }, ...more } }));
    expect(outline(await save(1))).toBe('200 draft');
    expect((await show(id)).materials[1]).toMatchObject({ type: 'plan', given: [{ items: ['kitchen'] }] });
    expect(outline(await save(2, { materials: [given('deed')] }))).toBe('400 invalid-input');
    const lease = { ...given('lease'), items: ['kitchen', 'terrace'] };
    const photo = { ...given('photo'), items: ['terrace'] };
    expect(outline(await save(2, { materials: [lease, photo] }))).toBe('200 draft');
    expect(outline(await save(2, { materials: [lease, photo] }))).toBe('200 draft');
    expect(outline(await save(2, { materials: [lease] }))).toBe('412 version-stale');

    const withdraw = [{ key: 'terrace', reason: '并入', successor: 'bar' }];
    expect(outline(await cases.publish(world, { whole: false, withdraw }))).toMatch(/^200/);
    expect(outline(await world.send(bundles.act(id, 'move-to-successor')))).toBe('200 draft');
    expect((await show(id)).materials).toMatchObject([{ type: 'lease', given: [{ items: ['kitchen', 'bar'] }] }, {}]);
  });
});

/** A bundle of the demonstration, its first cases made. */
async function handedIn(which: typeof restaurant, materials: object[] = []): Promise<string> {
  await cases.publish(world, seedOf(which.bundleKey));
  const begun = { ...which, materials, form: await bundles.formFor(world, which) };
  const { id } = (await world.send(bundles.begin(begun))).body;
  expect(outline(await submit(id))).toMatch(/^200/);
  await inbox.empty();
  return id;
}
async function granted(id: string, item: string, issued?: object) {
  const { caseId } = await partOf(id, item);
  const seen = await world.send(cases.read(caseId, { actor: staffActor('supervisor') }));
  const actor = staffActor('approver', { department: seen.body.department });
  const accepted = await world.send(cases.accept(caseId, { actor }));
  const { version } = accepted.status === 200 ? accepted.body : seen.body;
  const body = { outcome: 'granted', opinion: '同意', ...(issued && { issued }) };
  expect(outline(await world.send(cases.decide(caseId, version, { actor, body })))).toBe('200 decided');
  await inbox.empty();
  return caseId;
}

test('the licence of an earlier item is used for the later ones as what it is, and the founder’s documents in the company’s cases', async () => {
  const id = await handedIn(restaurant, [{ ...given('layout-plan'), items: ['food-business-licence'] }]);
  expect((await told('company-registration'))?.['materials']).toEqual([]);
  const party = { kind: 'organisation', uscc: '91350199MA00000015' };
  const caseId = await granted(id, 'company-registration', { party });
  const licence = { requirement: 'business-licence', materialId: caseId, version: 1, result: true };
  expect(await told('food-business-licence')).toMatchObject({
    heldBy: founder.partyId,
    materials: [licence, given('layout-plan')],
  });
  expect(await told('public-place-hygiene')).toMatchObject({ materials: [licence] });
  expect(await statuses(id, 'food-business-licence')).toContain('business-licence waiting');

  // The applicant did not bring it: nothing of his waits for it, and he is told nothing of it.
  const { caseId: hygiene } = await partOf(id, 'public-place-hygiene');
  const clerk = await world.send(cases.accept(hygiene, { actor: cases.people.clerk }));
  expect(outline(clerk)).toBe('200 accepted');
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000);
  await passTimeHourly(world.deps)();
  const late = (await world.facts()).filter(({ type }) => type === 'intake.materials-unconfirmed.v1');
  expect(late.map(({ data }) => data['materials'])).toEqual([[{ requirement: 'layout-plan', why: 'no-answer' }]]);
});

test('a case that its applicant completes himself has the licence of the earlier item too', async () => {
  const id = await handedIn({ bundleKey: 'newborn', answers: {} });
  const caseId = await granted(id, 'birth-certificate');
  const register = await partOf(id, 'household-registration');
  const { form: left } = (await world.send(cases.read(register.caseId, { actor: founder }))).body;
  const body = { form: { ...left, birthCertificateNumber: 'Z350000001' } };
  await world.send(cases.save(register.caseId, 1, { actor: founder, body }));
  expect(outline(await world.send(cases.submit(register.caseId, { actor: founder })))).toBe('200 submitted');
  const licence = { requirement: 'birth-certificate', materialId: caseId, version: 1, result: true };
  expect(await told('household-registration')).toMatchObject({ materials: [licence] });
});
