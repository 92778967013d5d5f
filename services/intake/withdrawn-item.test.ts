import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { amr, demoForm, health, itemOf } from './cases.fake.ts';

let table: FakeTable;
let world: IntakeWorld;
const old = itemOf();
// Asks the contact as the old one does, the operator by another name, and nothing of managers.
const successorForm = {
  type: 'object',
  additionalProperties: false,
  required: ['company', 'contact'],
  properties: {
    company: { type: 'string', minLength: 2 },
    contact: demoForm.properties.contact,
  },
};
const limit = { n: 3, unit: 'working-day', from: 'accepted', of: 'office' } as const;
const successor = itemOf({
  key: 'one-licence',
  name: '一证通',
  department: 'health',
  promisedLimit: limit,
  form: successorForm,
});
const publication = { departments: [amr, health], items: [old, successor] };
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, publication);
});

const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const withdraw = (rest: object = { successor: successor.key }, through = world) =>
  cases.publish(through, { whole: false, withdraw: [{ key: old.key, reason: '证照合并', ...rest }] });
const move = (id: string, actor = people.company) => world.send(cases.act(id, 'move-to-successor', { actor }));
const seen = async (id: string) => (await world.send(read(id))).body;
const halfMinuteLater = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 30_000);
};

describe('an item withdrawn mid-draft', () => {
  test('the applicant sees it, cannot hand in, and goes on under its successor with what both forms ask', async () => {
    const form = { ...cases.goodForm, managers: [{ id: '350199199001010015' }] };
    const id = await draft(world, form);
    expect((await seen(id)).actions).toEqual(['edit', 'submit', 'withdraw']);
    await withdraw();

    const shown = await seen(id);
    expect(shown.actions).toEqual(['edit', 'move-to-successor', 'withdraw']);
    expect(shown.itemEnd).toEqual({
      from: '2026-08-03',
      reason: '证照合并',
      successor: { key: successor.key, name: '一证通', nameEn: successor.nameEn },
    });
    const saved = await world.send(cases.save(id, 1, { body: { form } }));
    expect([saved.status, saved.body.actions]).toEqual([200, shown.actions]);
    const refused = await world.send(cases.submit(id));
    expect([outline(refused), refused.body.errors]).toMatchObject([
      [409, 'item-withdrawn'],
      [{ pointer: '/itemKey', code: 'successor', message: expect.stringContaining(successor.key) }],
    ]);

    const moved = await move(id);
    expect(moved.body).toEqual({ id, status: 'draft', version: 3, actions: ['edit', 'submit', 'withdraw'] });
    const now = await seen(id);
    expect(now).toMatchObject({
      itemKey: successor.key,
      itemVersion: 1,
      department: 'health',
      departments: ['health'],
    });
    expect(now.form).toEqual({ contact: cases.goodForm.contact });
    expect(now.itemEnd).toBeUndefined();

    expect(outline(await world.send(cases.submit(id)))).toEqual([400, 'form-invalid']);
    await world.send(cases.save(id, 3, { body: { form: { ...now.form, company: '示例公司' } } }));
    expect((await world.send(cases.submit(id))).body).toMatchObject({ status: 'submitted', version: 5 });
    const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
    expect(body.items.map(({ act }: { act: string }) => act)).toEqual(['create', 'move-to-successor', 'submit']);
    const fact = (await world.facts()).find(({ subject }) => subject === id);
    expect(fact).toMatchObject({ data: { itemKey: successor.key, version: 1, departments: ['health'] } });
  });

  test('stays where it is if its channel does not take the successor in', async () => {
    const id = await draft(world);
    const elsewhere = { ...successor, channels: ['window', 'community'] };
    const ends = [{ key: old.key, reason: '证照合并', successor: successor.key }];
    await cases.publish(world, { whole: false, items: [elsewhere], withdraw: ends, ...cases.groundFor(successor.key) });
    expect(outline(await move(id))).toEqual([409, 'item-not-in-channel']);
    expect((await seen(id)).itemKey).toBe(old.key);
  });

  test('without a successor it can only be given up', async () => {
    const id = await draft(world);
    await withdraw({});
    expect((await seen(id)).itemEnd).toEqual({ from: '2026-08-03', reason: '证照合并' });
    expect(outline(await world.send(cases.submit(id)))).toEqual([409, 'item-withdrawn']);
    expect(outline(await move(id))).toEqual([409, 'wrong-state']);
    expect(outline(await world.send(cases.withdraw(id)))).toEqual([200, 'withdrawn']);
  });

  test('offered anew, a draft is handed in under the version it began with', async () => {
    const id = await draft(world);
    await withdraw();
    await cases.publish(world, { ...publication, items: [itemOf({ name: '新名' }), successor] });
    expect(outline(await move(id))).toEqual([409, 'wrong-state']);
    expect(outline(await world.send(cases.submit(id)))).toEqual([200, 'submitted']);
    expect(await seen(id)).toMatchObject({ itemVersion: 1 });
  });

  test('what was handed in before goes its way', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await withdraw();
    expect(outline(await world.send(cases.accept(id)))).toEqual([200, 'accepted']);
    expect(outline(await move(id))).toEqual([409, 'wrong-state']);
    const { itemEnd, form } = await seen(id);
    expect([itemEnd, form]).toEqual([undefined, cases.goodForm]);
  });

  test('a submission in the half minute until everybody knows is received under the version it began with', async () => {
    const [first, second] = [await draft(world), await draft(world)];
    await seen(first);
    await withdraw({ successor: successor.key }, cases.intakeOver(table));
    expect(outline(await world.send(cases.submit(first)))).toEqual([200, 'submitted']);
    halfMinuteLater();
    expect(outline(await world.send(cases.submit(second)))).toEqual([409, 'item-withdrawn']);
  });

  test('nobody begins with it', async () => {
    await withdraw();
    const body = { itemKey: old.key, form: {}, channel: 'online' };
    const path = '/intake/applications';
    const answer = await world.send({ method: 'POST', path, actor: people.company, headers: cases.freshKey(), body });
    expect(outline(answer)).toEqual([404, 'item-unknown']);
  });
});

describe('a draft that is moved', () => {
  test('while it is saved keeps what was saved', async () => {
    const id = await draft(world);
    await withdraw();
    const changed = { ...cases.goodForm, contact: { name: '乔峰' } };
    table.beforeNextWrite(() => world.send(cases.save(id, 1, { body: { form: changed } })));
    expect((await move(id)).body).toMatchObject({ version: 3 });
    expect((await seen(id)).form).toEqual({ contact: { name: '乔峰' } });
  });

  test('twice at once is moved once', async () => {
    const id = await draft(world);
    await withdraw();
    table.beforeNextWrite(() => move(id, people.agent));
    expect(outline(await move(id))).toEqual([409, 'wrong-state']);
    expect(await seen(id)).toMatchObject({ itemKey: successor.key, version: 2 });
  });

  test('with a lost reply is answered when it is asked again, and moved once', async () => {
    const id = await draft(world);
    await withdraw();
    const request = cases.act(id, 'move-to-successor', { actor: people.company });
    table.spoil('lost-reply');
    expect((await world.send(request)).status).toBe(500);
    const again = await world.send(request);
    expect([again.status, again.headers['Idempotent-Replayed']]).toEqual([200, 'true']);
    expect(await seen(id)).toMatchObject({ itemKey: successor.key, version: 2 });
  });

  test('cannot be saved by who still has the old form before him', async () => {
    const id = await draft(world);
    await withdraw();
    await move(id);
    expect(outline(await world.send(cases.save(id, 1)))).toEqual([412, 'version-stale']);
  });
});
