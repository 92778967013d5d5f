import { expect, test } from 'vitest';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import { fakeTable } from '#shared/table.fake';
import { makerOver } from '../../test/support/documents.ts';
import { chargeOf, feeDesk } from '../../test/support/fee-desk.ts';
import { follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { demoForm, itemOf } from './cases.fake.ts';

/** A case with a fee, whose form says by this field of all forms who applies; what is told of that. */
async function assessed(operator: object) {
  const form = { ...demoForm, properties: { ...demoForm.properties, operator: { type: 'string', ...operator } } };
  const world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [itemOf({ fee: [chargeOf()], form })] });
  const id = await cases.draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
  await follow(world);
  await feeDesk(world, id).assess('survey', 12.5);
  const facts = async (type: string) => (await world.facts()).filter((one) => one.type === type);
  return { id, world, facts, asked: await facts(FeeAssessedV1.type) };
}

test('who owes a fee is named in the hand-over bucket as his form names him; fact, place and hash say nothing of it', async () => {
  const { id, world, facts, asked } = await assessed({ 'x-same-as': 'company.name' });
  const maker = makerOver(world);
  expect((await maker.take(sqsEvent(...asked, ...asked))).batchItemFailures).toEqual([]);
  const named = await facts(PayerNamedV1.type);
  expect(named).toMatchObject([{ subject: `${id}.1.payer`, data: { assessmentId: `${id}.1`, revision: 1 } }]);
  const file = maker.handOver.files.get(String(named[0]?.data['ref']));
  const { name } = JSON.parse(String(file?.bytes));
  expect(name).toMatch(/^示例/);
  expect(JSON.stringify([named, [...maker.handOver.files.keys()]])).not.toContain(name);

  // Another piece with the same name has another hash: nobody finds a name by trying.
  const other = makerOver(world);
  await other.take(sqsEvent(...asked.map((one) => ({ ...one, id: '6a2f0d18-3b75-4c91-8e2d-4f8e7d6c5a31' }))));
  const pieces = [maker, other].flatMap(({ handOver }) => [...handOver.files].slice(0, 1));
  expect(pieces.map(([, { bytes }]) => JSON.parse(String(bytes)).name)).toEqual([name, name]);
  expect(new Set(pieces.map(([ref]) => ref)).size).toBe(2);
});

test('where a form does not say who applies nobody is named', async () => {
  const { world, facts, asked } = await assessed({});
  expect((await makerOver(world).take(sqsEvent(...asked))).batchItemFailures).toEqual([]);
  expect(await facts(PayerNamedV1.type)).toEqual([]);
});
