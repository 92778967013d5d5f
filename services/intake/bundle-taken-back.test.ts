import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, restaurant, seedOf } from '../../test/support/bundles.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { justice, reviewer } from '../../test/support/linked.ts';
import { outline } from '../../test/support/results.ts';
import { outboxOf, settleFacts } from '../../test/support/settle.ts';

const registration = 'company-registration';
const hygiene = 'public-place-hygiene';
const food = 'food-business-licence';
const issued = { party: { kind: 'organisation', uscc: '91350199MA00000015' } };
const why = '场所已由新的登记主体接手经营，许可条件未受影响。';

let table: ReturnType<typeof fakeTable>;
let world: cases.IntakeWorld;
let id: string;
/** A restaurant whose company is registered, so that its licence is under way. */
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const seed = seedOf('open-a-restaurant');
  const filed = { n: 0, unit: 'working-day', from: 'accepted', of: 'office' };
  const items = seed.items.map((item) => ({
    ...item,
    fee: [],
    steps: [],
    ...(item.key === hygiene && { legalLimit: filed, promisedLimit: filed }),
  }));
  const departments = [...seed.departments.filter(({ key }) => key !== 'justice'), justice];
  expect((await cases.publish(world, { ...seed, departments, items })).status).toBe(200);
  const form = await bundles.formFor(world, restaurant);
  id = (await world.send(bundles.begin({ ...restaurant, form }))).body.id;
  await world.send(bundles.act(id, 'submit'));
  await settle();
  expect(outline(await granted(registration, { issued }))).toEqual([200, 'decided']);
});
const settle = () => settleFacts(world.deps, async () => outboxOf(table));
const shown = async () => (await world.send(bundles.show(id))).body;
const part = async (item: string) => (await shown()).parts.find((one: { item: string }) => one.item === item);

async function decided(caseId: string, { actor, ...said }: { actor: typeof people.head; ruling?: string }) {
  await world.send(cases.accept(caseId, { actor }));
  const { version } = (await world.send(cases.read(caseId, { actor }))).body;
  const body = { outcome: 'granted', opinion: '同意', reasons: '见决定书', ...said };
  const answer = await world.send(cases.decide(caseId, version, { actor, body }));
  await settle();
  return answer;
}
async function granted(item: string, said: object = {}) {
  const { caseId } = await part(item);
  const { department } = (await world.send(cases.read(caseId, { actor: staffActor('supervisor') }))).body;
  return decided(caseId, { actor: staffActor('approver', { department }), ...said });
}
async function revoked(): Promise<string> {
  const { caseId } = await part(registration);
  const body = { ground: 'deception', why: '住所证明系伪造' };
  const opened = await world.send(cases.act(caseId, 'revoke', { actor: people.head, body }));
  await decided(opened.body.id, { actor: people.approver });
  return opened.body.id;
}
const findings = () => table.rows().filter(({ rule, sk }) => rule === 'earlier-part-gone' && sk === 'REC');

describe('an earlier part that was taken back', () => {
  test('bars what rests on it, unless the office says why; the supervisor hears of that', async () => {
    const revocation = await revoked();
    expect(await part(registration)).toMatchObject({ outcome: 'granted', takenBack: { caseId: revocation } });
    expect(outline(await granted(food))).toEqual([409, 'earlier-part-gone']);
    expect(outline(await granted(food, { despite: '同意' }))).toEqual([409, 'earlier-part-gone']);
    expect(findings()).toEqual([]);
    expect(outline(await granted(food, { despite: why }))).toEqual([200, 'decided']);
    expect(findings()).toMatchObject([{ about: registration, caseId: (await part(food)).caseId }]);
    const { caseId } = await part(food);
    const { decision } = (await world.send(cases.read(caseId, { actor: founder }))).body;
    expect(decision.despite).toEqual({ items: [registration], reasons: why });
  });

  test('bars what is only filed as well, but for a reason', async () => {
    await revoked();
    const { caseId } = await part(hygiene);
    const accept = (said: object) =>
      world.send(cases.act(caseId, 'accept', { actor: staffActor('window'), body: said }));
    expect(outline(await accept({}))).toEqual([409, 'earlier-part-gone']);
    expect(outline(await accept({ despite: '同意' }))).toEqual([409, 'earlier-part-gone']);
    expect(outline(await accept({ despite: why }))).toEqual([200, 'decided']);
    const found = (await world.send(cases.read(caseId, { actor: founder }))).body;
    expect(found).toMatchObject({ outcome: 'granted', decision: { despite: { items: [registration], reasons: why } } });
    expect(findings()).toMatchObject([{ about: registration, caseId }]);
  });

  test('bars no silence about what is only filed, and that is a finding', async () => {
    await revoked();
    await tickedAt(world, '2026-08-31T01:00:00Z');
    const { caseId } = await part(hygiene);
    expect(findings()).toMatchObject([{ about: registration, caseId }]);
  });

  test('bars no refusal', async () => {
    await revoked();
    expect(outline(await granted(food, { outcome: 'refused', reasons: '登记已被撤销，不具备经营主体资格。' }))).toEqual(
      [200, 'decided'],
    );
  });

  test('is a finding for what was granted upon it before', async () => {
    expect(outline(await granted(food))).toEqual([200, 'decided']);
    expect(findings()).toEqual([]);
    await revoked();
    const [found] = findings();
    expect(found).toMatchObject({ about: registration, caseId: (await part(food)).caseId });
    const path = `/intake/supervision/findings/${String(found?.['id'])}`;
    expect((await world.send({ path, actor: people.supervisor })).body).toMatchObject({ rule: 'earlier-part-gone' });
  });

  test('stands again where its revocation is annulled, and bars nothing', async () => {
    const revocation = await revoked();
    const review = await world.send(cases.act(revocation, 'review', { actor: founder, body: { why: '并未伪造' } }));
    await decided(review.body.id, { actor: reviewer, ruling: 'annulled' });
    expect(await part(registration)).not.toHaveProperty('takenBack');
    expect(outline(await granted(food))).toEqual([200, 'decided']);
    const acts = (await world.send({ ...bundles.show(id), path: `/intake/bundles/${id}/timeline` })).body.items;
    expect(acts.map(({ act }: { act: string }) => act)).toEqual(
      expect.arrayContaining(['take-part-back', 'restore-part']),
    );
  });
});
