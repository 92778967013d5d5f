import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, save, type IntakeWorld } from '../../../test/support/intake.ts';
import { recordKey } from './rows.ts';

const engine = engineForTests();

describe.each(engine.tables)('the chain of a case over %s', (_, create) => {
  let table: Table;
  let world: IntakeWorld;
  let id: string;
  beforeEach(async () => {
    table = await create();
    world = cases.intakeOver(table);
    await cases.publish(world);
    id = await draft(world);
    await world.send(save(id, 1));
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    await world.send(cases.decide(id, 4));
  });
  const chain = (actor = people.supervisor) =>
    world.send({ path: `/intake/supervision/applications/${id}/chain`, actor });

  test('holds as its acts have written it, with the versions that a draft leaves out', async () => {
    expect(await chain()).toMatchObject({ status: 200, body: { id, intact: true, covers: 'record', entries: 4 } });
    expect((await chain(people.head)).status).toBe(403);
  });

  test('shows a decision that was altered in the record', async () => {
    const key = recordKey(id);
    const row = await table.get(key);
    await table.put({ ...row, ...key, outcome: 'refused' });
    expect((await chain()).body).toMatchObject({ intact: false, brokenAt: 5, what: 'record' });
  });

  test.each([
    [3, { reason: '改过的理由' }],
    [4, { actor: 'somebody-else' }],
    [5, { at: '2026-08-01T01:00:00.000Z' }],
    [1, { office: undefined }],
  ])('shows the altered row of version %i', async (version, altered) => {
    const sk = `T#${String(version).padStart(6, '0')}`;
    const { pk } = recordKey(id);
    const row = await table.get({ pk, sk });
    await table.put({ ...row, ...altered, pk, sk });
    expect((await chain()).body).toMatchObject({ intact: false, brokenAt: version });
  });

  test('misses a row that is gone', async () => {
    await table.transact([{ remove: { pk: recordKey(id).pk, sk: 'T#000005' } }]);
    expect((await chain()).body).toMatchObject({ intact: false, brokenAt: 5 });
  });

  test('a desk reports what is demanded off the list; the department answers; twice the same is once', async () => {
    const body = { rule: 'demand-off-list', about: '无犯罪记录证明', text: '窗口要求提供清单外证明。' };
    const report = (actor = people.clerk, said = body) =>
      world.send({
        method: 'POST',
        path: `/intake/supervision/applications/${id}/reports`,
        actor,
        body: said,
        headers: cases.freshKey(),
      });
    const reported = await report();
    expect(reported).toMatchObject({ status: 201, body: { status: 'open', version: 1 } });
    expect((await report()).status).toBe(409);
    const other = await report(people.clerk, { ...body, about: '户口本' });
    expect([other.status, other.body.id === reported.body.id]).toEqual([201, false]);
    expect((await report(people.otherApprover)).status).toBe(404);
    const path = `/intake/supervision/findings/${reported.body.id}`;
    expect((await world.send({ path, actor: people.head })).body).toMatchObject({
      rule: 'demand-off-list',
      about: '无犯罪记录证明',
      reported: { by: 'window', text: '窗口要求提供清单外证明。' },
      actions: ['answer'],
    });
  });
});
