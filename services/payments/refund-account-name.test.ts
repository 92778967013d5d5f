import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { namedCompany, openPayments } from '../../test/support/payments.ts';
import { account, refunding } from '../../test/support/refunds.ts';
import { checkName } from './domain/refund/account-name.ts';

const clerk = staffActor('approver', { district: 'gulou', department: 'urban' }, 'the clerk');
const lines = [{ code: 'road-repair', quantity: 1 }];
const asked = { payer: namedCompany, lines, dueAt: '2026-08-20T16:00:00.000Z' };

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
beforeEach(async () => {
  world = openPayments();
  back = refunding(world);
  await world.openCharges();
  await world.tick();
});
/** A refund of a bill of this payer, for which finance has named the account. */
async function redirected(payerName?: string): Promise<string> {
  const body = { ...asked, reference: 'R-1', ...(payerName && { payerName }) };
  const { id } = (await world.send('POST', '/payments/bills', { body, actor: clerk })).body;
  await back.paid(id);
  const [made = ''] = await back.proposed(id, 30_000, { code: 'road-repair', amountFen: 4000 });
  await back.stuck(made);
  await back.redirected(made);
  return made;
}
const refund = async (id: string) =>
  (await world.send('GET', `/payments/refunds/${id}`, { actor: world.checker })).body;
const approve = (id: string, body: object = {}) =>
  world.send('POST', `/payments/refunds/${id}/approve`, { actor: world.checker, body });

test('an account of the payer’s name is approved as it stands', async () => {
  const id = await redirected('福州示例有限公司');
  expect(await refund(id)).toMatchObject({ accountName: 'agrees', payerName: '福*******' });
  expect((await approve(id)).body).toMatchObject({ status: 'paying-out' });
});

test('who approves an account of another name says why it is the payer’s; another account is looked at anew', async () => {
  const id = await redirected('福州示例餐饮有限公司');
  expect(await refund(id)).toMatchObject({ account, accountName: 'differs' });
  expect([(await approve(id)).body.code, (await refund(id)).status]).toEqual(['name-differs', 'redirected']);
  const difference = '公司已更名，附变更通知书';
  expect((await approve(id, { difference })).body).toMatchObject({ status: 'paying-out', difference });
  await back.act(id, 'send-back', [world.finance]);
  await back.redirected(id);
  expect(await refund(id)).not.toHaveProperty('difference');
  expect((await approve(id)).body.code).toBe('name-differs');
});

test('of a payer whom nobody has named it is said that the name was compared with none', async () => {
  const id = await redirected();
  expect(await refund(id)).toMatchObject({ accountName: 'unknown' });
  expect((await approve(id)).body).toMatchObject({ status: 'paying-out' });
});

test.each([
  ['福州示例（集团）有限公司', '福州示例(集团)有限公司', 'agrees'],
  ['阿不都·买买提', '阿不都买买提', 'agrees'],
  ['ABC Ltd', 'abc ltd', 'agrees'],
  ['福州示例有限公司', '福州示例有限责任公司', 'differs'],
  ['段正淳', undefined, 'unknown'],
])('%s beside %s: %s', (given, known, said) => {
  expect(checkName(given, known)).toBe(said);
});
