import { beforeEach, describe, expect, test } from 'vitest';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../../test/support/intake.ts';

const engine = engineForTests();

describe.each(engine.tables)('a draft over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    expect((await cases.publish(world)).status).toBe(200);
  });
  const statusOf = async (request: Parameters<IntakeWorld['send']>[0]) => (await world.send(request)).status;

  test('a draft is saved by its version; one behind with the same content is a repetition', async () => {
    const id = await draft(world);
    const changed = { form: { operator: '另一公司' } };
    expect((await world.send(cases.save(id, 1, { body: changed }))).body).toMatchObject({
      version: 2,
      status: 'draft',
    });
    expect((await world.send(cases.save(id, 1, { body: changed }))).body).toMatchObject({ version: 2 });
    const stale = await world.send(cases.save(id, 1));
    expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
    expect(await statusOf(cases.save(id, 3))).toBe(412);
    expect((await world.send(read(id))).body).toMatchObject({ version: 2, form: changed.form });
  });

  test('two savings of one version at once: one wins, the other is stale, none is lost silently', async () => {
    const id = await draft(world);
    const forms = [{ operator: '甲公司' }, { operator: '乙公司' }];
    const both = await Promise.all(forms.map((form) => world.send(cases.save(id, 1, { body: { form } }))));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const winner = forms[both.findIndex(({ status }) => status === 200)];
    expect((await world.send(read(id))).body.form).toEqual(winner);
  });

  test('what is out of the scope is not there, for any act', async () => {
    const id = await draft(world);
    const { stranger, otherApprover, approver, clerk } = people;
    const all = [read(id), cases.save(id, 1), cases.submit(id), cases.withdraw(id)];
    for (const request of all) expect(await statusOf({ ...request, actor: stranger })).toBe(404);
    for (const actor of [approver, clerk]) expect(await statusOf(read(id, { actor }))).toBe(404);
    await world.send(cases.submit(id));
    for (const request of [read(id), cases.accept(id), cases.decide(id, 2)]) {
      expect(await statusOf({ ...request, actor: otherApprover })).toBe(404);
    }
    expect(await statusOf(read(id, { actor: people.farApprover }))).toBe(403);
    expect(await statusOf(read(id, { actor: people.farClerk }))).toBe(200);
    expect(await statusOf(read('0190a5b2-0000-7000-8000-00000000ffff'))).toBe(404);
  });
});
