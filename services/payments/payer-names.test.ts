import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import { handOver } from '#shared/handed-over';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, namedCompany, openPayments } from '../../test/support/payments.ts';
import { paperMaker, receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';
import { sheetOf } from './functions/paper/draw-receipt.ts';

const [name, corrected] = ['示例餐饮有限公司', '示例餐饮（福州）有限公司'];
let world: ReturnType<typeof openPayments>;
let asked: { assessmentId: string; caseId: string };
beforeEach(async () => {
  world = openPayments();
  const caseId = randomUUID();
  asked = { assessmentId: `${caseId}.1`, caseId };
  await world.openCharges();
  await world.tick();
  await receipting(world).given(1, 100);
});

/** Intake hands a name over, and tells. */
async function named(said: string, revision = 1) {
  const handed = await handOver({ name: said, salt: randomUUID() }, `${PayerNamedV1.type}/gulou/x`, world.handOver);
  return envelopeOf(PayerNamedV1, { ...asked, revision, ...handed }, world.clock.now);
}
/** What the paper of the receipt over a bill says of its payer. */
async function printed(billId: string): Promise<string[]> {
  await refunding(world).paid(billId);
  const [{ id }] = await receipting(world).own();
  const found = await world.deps.receipts.load(id);
  if (!found) throw new Error('no receipt');
  const { blocks } = await sheetOf(found, { ...world.deps, cityBase: 'https://api.example.gov.cn/fuzhou/v1' });
  const rows = blocks.flatMap((one) => (one.kind === 'table' ? one.rows : []));
  return rows.filter(({ label }) => label.zh === '交款人').map(({ value }) => value);
}
const namesOf = (billId: string) =>
  world.base.table.rows().filter((row) => row['pk'] === `BILL#${billId}` && row['sk'] === 'PAYER');

test('a receipt names its payer as his case does, and nothing else says his name', async () => {
  const id = await world.assess(asked);
  const fact = await named(name);
  await world.hear(fact);
  await world.hear(fact);
  expect(await printed(id)).toEqual([name]);
  expect(await paperMaker(world).deliver()).toEqual([]);
  const others = world.base.table.rows().filter((row) => row['sk'] !== 'PAYER');
  expect(JSON.stringify(others)).not.toContain(name);
});

test('named before the bill is known, or again by a later revision, it is the last that counts, in whatever order', async () => {
  const [first, second] = [await named(name), await named(corrected, 2)];
  await world.hear(second);
  await world.hear(first);
  const id = await world.assess(asked);
  expect(namesOf(id)).toMatchObject([{ name: corrected }]);
  await world.hear(await named(name));
  expect(namesOf(id)).toMatchObject([{ name: corrected, takenBy: second.id }]);
  await world.hear(await named(name, 3));
  expect(await printed(id)).toEqual([name]);
});

test('nobody is called what is not what the fact names; without a name the receipt has the number of the party alone', async () => {
  const id = await world.assess(asked);
  const fact = await named(name);
  for (const [ref, file] of world.handOver.files) {
    await world.handOver.put(ref, { ...file, bytes: Buffer.from('{"name":"另一公司"}') });
  }
  await expect(world.hear(fact)).rejects.toThrow();
  expect(await printed(id)).toEqual([]);
});

test('the name goes when nobody pays the bill any more, and does not come back', async () => {
  const id = await world.assess(asked);
  await world.hear(await named(name));
  await world.hear(
    envelopeOf(FeeCancelledV1, { ...asked, revision: 1, waived: false, reasonCode: 'paid' }, world.clock.now),
  );
  await world.hear(await named(name, 2));
  expect(namesOf(id)).toEqual([]);
});

test('a department names the payer with the bill that it asks; under one reference he has one name', async () => {
  const actor = staffActor('approver', { district: 'gulou', department: 'urban' }, 'the clerk');
  const lines = [{ code: 'road-repair', quantity: 1 }];
  const body = { payer: namedCompany, reference: 'R-1', lines, dueAt: '2026-08-20T16:00:00.000Z' };
  const raise = (payerName: string) => world.send('POST', '/payments/bills', { body: { ...body, payerName }, actor });
  const { id } = (await raise(name)).body;
  expect([(await raise(name)).body.id, (await raise(corrected)).body.code]).toEqual([id, 'reference-reused']);
  expect((await raise('示例\n公司')).status).toBe(400);
  expect(await printed(id)).toEqual([name]);
});
