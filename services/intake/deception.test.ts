import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { justice, otherHead, outline, reviewer, underReview } from '../../test/support/linked.ts';
import { mergeFact, told } from '../../test/support/parties.ts';
import { itemOf } from './cases.fake.ts';

const safety = '食品安全法 art. 1';
const steps = [{ department: 'amr', mode: 'serial' as const }];
const result = { ...itemOf().result, licenceType: 'food' };
const food = itemOf({ safety, steps, result, situations: ['新办', '注销'] });
const likewise = itemOf({ key: 'food-anew', safety, result });
const harmless = itemOf({ key: 'harmless', steps });
const forged = '伪造的检验报告';

let world: cases.IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const departments = [...cases.publication.departments, justice];
  await cases.publish(world, { departments, items: [food, likewise, harmless] });
});

const begun = async (itemKey = food.key, rest: object = {}, actor = people.company): Promise<string> => {
  const body = { itemKey, form: cases.goodForm, channel: 'online', ...rest };
  const path = '/intake/applications';
  const asked = { method: 'POST', path, actor, headers: cases.freshKey(), body } as const;
  return (await world.send(asked)).body.id;
};
const handIn = async (itemKey?: string, rest?: object, actor = people.company) =>
  world.send(cases.submit(await begun(itemKey, rest, actor), { actor }));
const versionOf = async (id: string): Promise<number> =>
  (await world.send(read(id, { actor: people.approver }))).body.version;
const decided = async (id: string, said: object, actor = people.head) =>
  world.send(
    cases.decide(id, await versionOf(id), { actor, body: { opinion: '经审查', reasons: '材料虚假', ...said } }),
  );
const refusal = { outcome: 'refused', deception: forged };

/** Accepted, and looked at by an approver; its id. */
async function reviewed(itemKey = food.key, verdict = 'disagree'): Promise<string> {
  const { body } = await handIn(itemKey);
  await world.send(cases.accept(body.id));
  await world.send(act(body.id, 'tasks/1/claim', { actor: people.approver }));
  const opinion = { actor: people.approver, body: { verdict, opinion: '报告系伪造' } };
  expect((await world.send(act(body.id, 'tasks/1/opinion', opinion))).status).toBe(200);
  return body.id;
}
const at = (moment: string) => {
  world.clock.now = new Date(moment);
};
const bar = async (id: string) => (await world.send(read(id, { actor: people.company }))).body.decision.deception;

describe('who handed in what was false', () => {
  test('is refused, and does not apply for the same licence for a year, to the last day of it', async () => {
    const id = await reviewed();
    expect(outline(await decided(id, refusal))).toBe('200 decided');
    expect(await bar(id)).toEqual({ found: forged, basis: '行政许可法 art. 78', until: '2027-08-03' });
    const again = await handIn();
    expect([again.status, again.body.code, again.body.errors[0].message]).toEqual([
      409,
      'applicant-barred',
      expect.stringMatching(new RegExp(`《行政许可法》第78条，至2027-08-03（含当日）.*${id}.*行政复议`)),
    ]);
    expect(outline(await handIn(likewise.key))).toBe('409 applicant-barred');
    expect([(await handIn(harmless.key)).status, (await handIn(food.key, {}, people.agent)).status]).toEqual([
      200, 200,
    ]);
    at('2027-08-03T15:59:00Z');
    expect(outline(await handIn())).toBe('409 applicant-barred');
    at('2027-08-03T16:00:00Z');
    expect(outline(await handIn())).toBe('200 submitted');
  });

  test('may still give up what he has', async () => {
    await decided(await reviewed(), refusal);
    expect((await handIn(food.key, { situation: '注销' })).status).toBe(200);
  });

  test('is found to be so by two people, and only in the refusal of an application', async () => {
    const id = await reviewed();
    expect(outline(await decided(id, refusal, people.approver))).toBe('409 deception-alone');
    expect(outline(await decided(await reviewed(food.key, 'agree'), refusal))).toBe('409 deception-alone');
    expect(outline(await decided(id, { ...refusal, outcome: 'granted' }))).toBe('400 deception-not-here');
  });

  test('is barred from nothing where nobody’s safety is at stake; what was false stands in the decision', async () => {
    const id = await reviewed(harmless.key);
    await decided(id, refusal);
    expect(await bar(id)).toEqual({ found: forged, basis: '行政许可法 art. 78' });
    expect((await handIn(harmless.key)).status).toBe(200);
  });

  test('is barred as well where acceptance is refused for it, as one proposes and another approves', async () => {
    const { body } = await handIn();
    const why = { reasons: '材料虚假', guidance: '可以申请复议', deception: forged };
    await world.send(act(body.id, 'propose-refusal', { actor: people.clerk, body: why }));
    expect(outline(await handIn())).toBe('200 submitted');
    const agreed = { actor: people.head, body: { opinion: '情况属实' } };
    expect(outline(await world.send(act(body.id, 'approve-refusal', agreed)))).toBe('200 decided');
    expect([outline(await handIn()), (await bar(body.id)).until]).toEqual(['409 applicant-barred', '2027-08-03']);
  });

  test('is known by each id that a merge joins, and no fact or log says what it was', async () => {
    const id = await reviewed();
    await decided(id, refusal);
    await told(world.deps, mergeFact(1, ['p_stranger', 'p_company'], 'merged'));
    expect(outline(await handIn(food.key, {}, people.stranger))).toBe('409 applicant-barred');
    await told(world.deps, mergeFact(1, ['p_stranger', 'p_company'], 'undone'));
    expect((await handIn(food.key, {}, people.stranger)).status).toBe(200);
    expect(JSON.stringify([await world.facts(), world.deps.log])).not.toContain(forged);
  });

  test('may apply at once where a review annuls the refusal; what is decided anew bars him only anew', async () => {
    const id = await reviewed();
    await decided(id, refusal);
    const asked = { actor: people.company, body: { why: '报告属实' } };
    const { body } = await world.send(act(id, 'review', asked));
    await underReview(world, body.id, reviewer);
    expect(outline(await handIn())).toBe('409 applicant-barred');
    await decided(body.id, { outcome: 'granted', ruling: 'annulled' }, reviewer);
    expect(outline(await handIn())).toBe('200 submitted');
    expect(await bar(id)).toMatchObject({ until: '2027-08-03' });
  });
});

describe('who came to a licence so', () => {
  test('loses it, and may not apply for it for three years, of which the last ends with its month; a review may annul that', async () => {
    const id = await reviewed(food.key, 'agree');
    await decided(id, { outcome: 'granted', reasons: undefined });
    at('2028-02-29T02:00:00Z');
    const why = { actor: people.head, body: { ground: 'deception', why: '资质系伪造' } };
    const revocation = (await world.send(act(id, 'revoke', why))).body.id;
    expect((await handIn()).status).toBe(200);
    expect(outline(await decided(revocation, { outcome: 'granted' }, otherHead))).toBe('200 decided');
    const until = '2031-02-28';
    expect(await bar(revocation)).toEqual({ found: '资质系伪造', basis: '行政许可法 art. 79', until });
    expect(outline(await handIn())).toBe('409 applicant-barred');
    const { body } = await world.send(act(revocation, 'review', { actor: people.company, body: { why: '不实' } }));
    await underReview(world, body.id, reviewer);
    await decided(body.id, { outcome: 'granted', ruling: 'annulled' }, reviewer);
    expect((await handIn()).status).toBe(200);
  });
});

test('a bundle is not handed in with an item that its party may not apply for again', async () => {
  const table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, bundles.seedOf('open-a-restaurant'));
  const [bundleKey, answers] = ['open-a-restaurant', { company: 'existing', sign: 'no' }];
  const form = await bundles.formFor(world, { bundleKey, answers });
  const begun = await world.send(bundles.begin({ bundleKey, answers, form }, people.company));
  const submit = bundles.act(begun.body.id, 'submit', { actor: people.company });
  const bars = { caseId: 'x', itemKey: food.key, basis: '行政许可法 art. 78' };
  const barred = async (until: string) => table.put({ pk: 'PARTY#p_company', sk: 'BAR#x', schema: 1, ...bars, until });
  await barred('2026-08-03');
  const { status, body } = await world.send(submit);
  expect([status, body.errors[0]]).toMatchObject([
    409,
    { pointer: '/parts/food-business-licence', code: 'applicant-barred' },
  ]);
  await barred('2026-08-02');
  // The form of the test has another company’s number, and that is looked at next.
  expect((await world.send({ ...submit, headers: cases.freshKey() })).body.code).toBe('form-invalid');
});
