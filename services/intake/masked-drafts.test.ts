import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';

test('staff correct a draft with its masks on: what they did not change stays as it was', async () => {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  await cases.publish(world);
  const applicant = { kind: 'person', document: { kind: 'resident-id', number: '11010519491231002X' } };
  const entered = {
    itemKey: 'food-business-licence',
    channel: 'kiosk',
    entry: entryAt.kiosk,
    form: cases.goodForm,
    applicant,
  };
  const kiosk = staffActor('kiosk');
  const { id } = (
    await world.send({
      method: 'POST',
      path: '/intake/applications',
      actor: kiosk,
      headers: cases.freshKey(),
      body: entered,
    })
  ).body;
  const shown = await world.send(cases.read(id, { actor: kiosk }));
  expect(shown.body.form.contact).toEqual({ name: '段**', phone: '180****1999' });

  const form = { ...shown.body.form, operator: '示例店' };
  expect((await world.send(cases.save(id, 1, { actor: kiosk, body: { form } }))).status).toBe(200);
  expect((await world.send(cases.save(id, 1, { actor: kiosk, body: { form } }))).status).toBe(200);
  const row = table.rows().find(({ pk, sk }) => pk === `CASE#${id}` && sk === 'FORM');
  expect(JSON.parse(String(row?.['form']))).toEqual({ ...cases.goodForm, operator: '示例店' });

  const moved = { ...form, contact: { name: '张**' } };
  const refused = await world.send(cases.save(id, 2, { actor: kiosk, body: { form: moved } }));
  expect(refused.body).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/form/contact/name' }] });
});
