import { beforeEach, describe, expect, test } from 'vitest';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { justice, otherHead, reviewer } from '../../test/support/linked.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 20 };
const about = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const plan = { ...about, sharedResource: null, originals: 0, copies: 1 };
const { company, head, approver } = people;

let at: Results;
let id: string;
beforeEach(async () => {
  const departments = [...cases.publication.departments, justice];
  const item = itemOf({ commitment: promise, materials: [plan], steps: [{ department: 'amr', mode: 'serial' }] });
  at = await openResults({ ...cases.publication, departments, items: [item] });
  id = (await begin()).body.id;
  await at.world.send(cases.submit(id));
  await at.world.send(cases.decide(id, 2));
  await at.settle();
  await passTimeHourly(at.world.deps)();
});
const begin = () => {
  const body = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'online', commitment: true };
  return at.world.send({
    method: 'POST',
    path: '/intake/applications',
    actor: company,
    headers: cases.freshKey(),
    body,
  });
};
const isBarred = async () => (await begin()).body.code === 'record-unrepaired';
const check = async () => (await at.see(id, 'commitment', { actor: head })).body.check;
const broken = async (): Promise<string> => {
  const answer = await at.act(id, 'commitment/break', { actor: head, body: { result: '现场核查不符' } });
  return answer.body.revocation;
};

async function decided(upon: string, said: object, by = approver): Promise<void> {
  await at.world.send(cases.accept(upon, { actor: by }));
  const { version } = (await at.world.send(cases.read(upon, { actor: by }))).body;
  const body = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  expect((await at.world.send(cases.decide(upon, version, { actor: by, body }))).status).toBe(200);
  await at.settle();
}
async function annulled(revocation: string): Promise<void> {
  const { body } = await at.act(revocation, 'review', { actor: company, body: { why: '理由不成立' } });
  await decided(body.id, { ruling: 'annulled' }, reviewer);
}

describe('a breach', () => {
  test('falls with its revocation, where that is refused, and bars nobody', async () => {
    const revocation = await broken();
    await at.settle();
    expect(await isBarred()).toBe(true);
    await decided(revocation, { outcome: 'refused' });
    expect(await check()).toMatchObject({ status: 'cleared', actions: [] });
    expect((await check()).acts.at(-1)).toMatchObject({ act: 'clear' });
    expect(await isBarred()).toBe(false);
  });

  test('stands with it, and falls where a review annuls it', async () => {
    const revocation = await broken();
    await decided(revocation, {});
    expect([(await check()).status, await isBarred()]).toEqual(['broken', true]);
    await annulled(revocation);
    expect([(await check()).status, await isBarred()]).toEqual(['cleared', false]);
  });

  test('does not fall with a revocation that was opened for something else', async () => {
    const other = await at.act(id, 'revoke', { actor: otherHead, body: { ground: 'deception', why: '伪造' } });
    await broken();
    await decided(other.body.id, { outcome: 'refused' });
    expect([(await check()).status, await isBarred()]).toEqual(['broken', true]);
  });
});

const unchecked = () => at.findings().filter(({ rule }) => rule === 'commitment-unchecked').length;

describe('a check', () => {
  test('ends with its grant: nobody is late with it; where the grant stands again it is due anew', async () => {
    const revocation = await at.act(id, 'revoke', {
      actor: head,
      body: { ground: 'wrong-procedure', why: '程序违法' },
    });
    await decided(revocation.body.id, {});
    expect(await check()).toMatchObject({ status: 'ended', actions: [] });
    at.later(40);
    await passTimeHourly(at.world.deps)();
    expect(unchecked()).toBe(0);

    await annulled(revocation.body.id);
    expect(await check()).toMatchObject({ status: 'to-check', actions: ['keep', 'order', 'break'] });
    await passTimeHourly(at.world.deps)();
    expect(unchecked()).toBe(0);
    at.later(40);
    await passTimeHourly(at.world.deps)();
    expect(unchecked()).toBe(1);
  });

  test('that is due anew waits for a year whose calendar nobody has published', async () => {
    at.world.clock.now = new Date('2026-12-28T01:00:00Z');
    const opened = { ground: 'wrong-procedure', why: '程序违法' };
    const revocation = await at.act(id, 'revoke', { actor: head, body: opened });
    await decided(revocation.body.id, {});
    expect((await check()).provisional).toBe(false);
    await annulled(revocation.body.id);
    expect(await check()).toMatchObject({ dueAt: '2027-01-25T15:59:59.999Z', provisional: true });
    at.later(40);
    await passTimeHourly(at.world.deps)();
    expect(unchecked()).toBe(0);
    at.later(60);
    await passTimeHourly(at.world.deps)();
    expect(unchecked()).toBe(1);
  });
});
