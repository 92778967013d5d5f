import { beforeEach, expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { mergeFact, told } from '../../test/support/parties.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { demoForm, itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const { approver, company, stranger } = people;
const properties = { ...demoForm.properties, operator: { type: 'string', 'x-same-as': 'company.name' } };
let at: Results;
let id: string;
beforeEach(async () => {
  at = await openResults({ ...cases.publication, items: [itemOf({ form: { ...demoForm, properties } })] });
  id = await at.decided();
  at.later(1 / 24);
  await passTimeHourly(at.world.deps)();
});

const send = (path: string, actor: typeof stranger, body: object) =>
  at.world.send({
    method: 'POST',
    path: `/intake/publicity/${id}/objections${path}`,
    headers: cases.freshKey(),
    actor,
    body,
  });
const object = (actor: typeof stranger) => send('', actor, { text: '名称有误' });
const objected = async (actor: typeof stranger) => outline(await object(actor));
const rejected = async (objection: string) =>
  outline(await send(`/${objection}/answer`, approver, { outcome: 'rejected', text: '一致' }));

test('an objection is one of each party at a time, and three at most: nobody takes the place of others, nor the holder’s', async () => {
  const first = (await object(stranger)).body.objection;
  for (let n = 0; n < 19; n += 1) {
    expect(await objected(stranger)).toEqual([409, 'objected-already']);
    expect(await objected(applicantActor(`other-${n}`))).toEqual([201, 'objected']);
  }
  expect(await objected(applicantActor('late'))).toEqual([409, 'too-many-objections']);
  expect(await objected(company)).toEqual([201, 'objected']);
  expect(await objected(company)).toEqual([409, 'objected-already']);
  await rejected(first);
  expect(await objected(applicantActor('late'))).toEqual([201, 'objected']);
});

test('an objection may be raised again after the answer, three times in all', async () => {
  for (let n = 0; n < 3; n += 1) {
    const { objection } = (await object(stranger)).body;
    expect((await rejected(objection))[0]).toBe(200);
  }
  expect(await objected(stranger)).toEqual([409, 'objected-already']);
});

test('an objection is one of each party at a time by whichever of its ids', async () => {
  await told(at.world.deps, mergeFact(1, [stranger.partyId, 'p_second'], 'merged'));
  expect(await objected(stranger)).toEqual([201, 'objected']);
  expect(await objected(applicantActor('second', { partyId: 'p_second' }))).toEqual([409, 'objected-already']);
});
