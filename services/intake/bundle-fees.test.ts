import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { assessing, card, chargeOf, evidence } from '../../test/support/fee-desk.ts';
import { billFact, follow, toldFees } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';

const registration = 'company-registration';
const food = 'food-business-licence';
const stamp = { ...card, code: 'stamp', payee: 'tax', rateFen: 500 };
const charges: Record<string, object[]> = { [registration]: [card, stamp], [food]: [chargeOf()] };

/** A bundle of which the first case costs a card and a stamp, the second what its office measures. */
async function opened() {
  const world = cases.intakeOver(fakeTable());
  const seed = seedOf('open-a-restaurant');
  const items = seed.items.map((item) => ({ ...item, fee: charges[item.key] ?? [] }));
  await cases.publish(world, { ...seed, items });
  const inbox = ownInbox(world);
  const form = await bundles.formFor(world, restaurant);
  const { id } = (await world.send(bundles.begin({ ...restaurant, form }))).body;
  const show = async () => (await world.send(bundles.show(id))).body;
  return {
    world,
    inbox,
    show,
    submit: () => world.send(bundles.act(id, 'submit')),
    caseOf: async (item: string): Promise<string> =>
      (await show()).parts.find((part: { item: string }) => part.item === item).caseId,
  };
}

test('the fees of a bundle’s cases stand together in its view, by item and payee, and are summed for the applicant', async () => {
  const { world, inbox, show, submit, caseOf } = await opened();
  expect((await show()).fees).toEqual({ dueFen: 0, heldFen: 0, lines: [] });
  await submit();
  await inbox.empty();
  expect((await show()).fees).toEqual({ dueFen: 0, heldFen: 0, lines: [] });

  const first = await caseOf(registration);
  await world.send(cases.accept(first));
  await follow(world);
  const dueAt = '2026-08-18T15:59:59.999Z';
  const line = { item: registration, caseId: first, heldFen: 0, dueAt };
  expect((await show()).fees).toEqual({
    dueFen: 4500,
    heldFen: 0,
    lines: [
      { ...line, payee: 'mnr', dueFen: 4000 },
      { ...line, payee: 'tax', dueFen: 500 },
    ],
  });

  await toldFees(world.deps, billFact(first, [1, 1], { paidFen: 4500 }));
  const issued = { party: { kind: 'organisation', uscc: '91350199MA00000015' } };
  const granted = { outcome: 'granted', opinion: '同意', issued };
  expect((await world.send(cases.decide(first, 3, { body: granted }))).status).toBe(200);
  await inbox.empty();
  const second = await caseOf(food);
  await world.send(cases.accept(second));
  const body = { lines: [{ code: 'survey', quantity: 10 }], evidence };
  expect((await world.send(assessing(second, 0, { body }))).status).toBe(200);
  expect((await show()).fees).toMatchObject({
    dueFen: 30_000,
    heldFen: 4500,
    lines: [
      { item: registration, payee: 'mnr', dueFen: 0, heldFen: 4000 },
      { item: registration, payee: 'tax', dueFen: 0, heldFen: 500 },
      { item: food, caseId: second, payee: 'mnr', dueFen: 30_000, heldFen: 0 },
    ],
  });
  const { lines } = (await show()).fees;
  expect(lines[0].dueAt).toBeUndefined();
});
