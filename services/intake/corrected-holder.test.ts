import { beforeEach, describe, expect, test } from 'vitest';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { justice, otherHead, reviewer } from '../../test/support/linked.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { demoForm, itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const { company, head, approver } = people;
const health = people.otherApprover;
let at: Results;
let id: string;
/** A public licence that another body supervises; its form names the operator. */
beforeEach(async () => {
  const operator = { type: 'string', 'x-same-as': 'company.name' };
  const form = { ...demoForm, properties: { ...demoForm.properties, operator } };
  const departments = [...cases.publication.departments, justice];
  const items = [itemOf({ form, supervisingBody: 'health' })];
  at = await openResults({ ...cases.publication, departments, items });
  id = await at.decided('granted', { ...cases.goodForm, operator: '示例公司' });
  await hour();
});
const hour = async () => {
  at.later(1 / 24);
  await passTimeHourly(at.world.deps)();
};
const shown = async () =>
  (await at.world.send({ path: '/intake/public/publicity' })).body.items.map((one: { holder: object }) => one.holder);
const pushes = async (status = 'pushed') => {
  const query = { department: 'health', status };
  return (await at.world.send({ path: '/intake/pushes', query, actor: health })).body.items;
};

interface Upon {
  actor?: typeof company;
  by?: typeof company;
  opened?: object;
  said?: object;
}
async function upon(
  whose: string,
  name: string,
  { actor = head, by = approver, opened, said }: Upon = {},
): Promise<string> {
  at.later(0.001);
  const { body } = await at.act(whose, name, { actor, body: { why: '原决定有误', ...opened } });
  await at.world.send(cases.accept(body.id, { actor: by }));
  const { version } = (await at.world.send(cases.read(body.id, { actor: by }))).body;
  const decision = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  const answer = await at.world.send(cases.decide(body.id, version, { actor: by, body: decision }));
  expect(answer.status).toBe(200);
  await at.settle();
  return body.id;
}
const ground = { ground: 'not-qualified' };
const changes = (operator: string) => ({ changes: [{ pointer: '/operator', value: operator }] });
const correct = (operator: string) => upon(id, 'correct', { opened: changes(operator) });

describe('a decision that is corrected', () => {
  test('is shown in the public list as it was corrected', async () => {
    expect(await shown()).toEqual([{ kind: 'organisation', name: '示例公司' }]);
    await correct('示例餐饮公司');
    expect(await shown()).toEqual([{ kind: 'organisation', name: '示例餐饮公司' }]);
  });

  test('keeps the name that a correction of something else does not touch', async () => {
    await correct('示例餐饮公司');
    await upon(id, 'correct', { opened: { changes: [{ pointer: '/contact/name', value: '段誉' }] } });
    expect(await shown()).toEqual([{ kind: 'organisation', name: '示例餐饮公司' }]);
  });

  test('is pushed as a correction, by its new name, and so is what revokes it later', async () => {
    const correction = await correct('示例餐饮公司');
    const revocation = await upon(id, 'revoke', { opened: ground });
    const holder = { kind: 'organisation', name: '示例餐饮公司' };
    expect(await pushes()).toMatchObject([
      { id: correction, ruled: 'corrected', about: id, holder },
      { id: revocation, ruled: 'revoked', about: id, holder },
    ]);
  });
});

const told = () =>
  at.facts('intake.decision-pushed.v1').map(({ data }) => [data['caseId'], data['ruled'], data['about']]);

describe('what the supervising body is sent', () => {
  test('says what was revoked, and asks no receipt any more of the grant that is gone', async () => {
    const revocation = await upon(id, 'revoke', { opened: ground });
    expect(told()).toEqual([
      [id, undefined, undefined],
      [revocation, 'revoked', id],
    ]);
    expect(await pushes()).toMatchObject([{ id: revocation, outcome: 'granted', ruled: 'revoked', about: id }]);
    expect(await pushes('superseded')).toMatchObject([{ id, actions: [] }]);
    at.later(20);
    await hour();
    const late = at.findings().filter(({ rule }) => rule === 'receipt-overdue');
    expect(late.map(({ caseId }) => caseId)).toEqual([revocation]);
  });

  test('says that a review annulled the grant, or what had revoked it', async () => {
    const annulling = { actor: company, by: reviewer, said: { ruling: 'annulled' } };
    const revocation = await upon(id, 'revoke', { opened: ground });
    const review = await upon(revocation, 'review', annulling);
    expect(told().at(-1)).toEqual([review, 'restored', id]);
    const other = await at.decided('granted', { ...cases.goodForm, operator: '示例公司' });
    const annulled = await upon(other, 'review', annulling);
    expect(told().at(-1)).toEqual([annulled, 'annulled', other]);
  });

  test('is nothing of what leaves a decision as it was', async () => {
    await upon(id, 'revoke', { opened: ground, said: { outcome: 'refused' } });
    await upon(id, 'correct', { actor: otherHead, opened: changes('他人公司'), said: { outcome: 'refused' } });
    await upon(id, 'review', { actor: company, by: reviewer, said: { outcome: 'refused', ruling: 'upheld' } });
    expect(told()).toHaveLength(1);
    expect(await shown()).toEqual([{ kind: 'organisation', name: '示例公司' }]);
  });
});
