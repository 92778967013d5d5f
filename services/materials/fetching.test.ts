import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { entity, found, line, openSharing, silent, taxes } from '../../test/support/sharing.ts';
import { changed } from '../../test/support/using-cases.ts';

let world: ReturnType<typeof openSharing>;
beforeEach(() => {
  world = openSharing();
});

const accesses = async () => (await world.send('GET', '/materials/accesses')).body.items;

test('what a case needs of shared data is asked for by case, item and law, and its owner reads that it was', async () => {
  world.registers.answers.set('legal-entity', found);
  await world.handIn([entity]);
  expect(world.lines()).toEqual([{ ...entity, state: 'fetching' }]);
  await world.fetchAll();

  expect(world.registers.asked).toEqual([
    expect.objectContaining({
      subject: 'p_company',
      caseId: world.caseId,
      itemKey: 'x',
      requirement: 'business-licence',
      office: 'gulou/amr',
      basis: '食品安全法 第三十五条',
    }),
  ]);
  expect(world.told()).toMatchObject({ toDistrict: 'gulou', sequence: 3 });
  expect(world.lines()).toEqual([{ ...entity, state: 'fetched' }]);
  expect(await accesses()).toMatchObject([
    { office: 'gulou/amr', caseId: world.caseId, resource: 'legal-entity', reason: '食品安全法 第三十五条' },
  ]);
  // What a register says is nobody's but the case's: no fact carries it.
  expect(JSON.stringify(world.told())).not.toContain('示例食品');
});

test('a register that does not answer is asked again, later each time, until it is known; nobody reads that as absent', async () => {
  world.registers.answers.set('legal-entity', silent);
  await world.handIn([entity]);
  await world.fetchAll();
  expect(world.lines()).toEqual([{ ...entity, state: 'to-be-fetched' }]);
  expect(await accesses()).toEqual([]);

  await world.pass(0.5);
  await world.fetchAll();
  expect(world.registers.asked).toHaveLength(1);
  for (const [hours, count] of [
    [1, 2],
    [1, 2],
    [1.5, 3],
    [3, 3],
    [2, 4],
  ] as const) {
    await world.pass(hours);
    await world.fetchAll();
    expect(world.registers.asked).toHaveLength(count);
  }
  world.registers.answers.set('legal-entity', found);
  await world.pass(9);
  await world.fetchAll();
  expect(world.lines()).toEqual([{ ...entity, state: 'fetched' }]);
});

test.each([
  ['not-found', { outcome: 'miss' }],
  ['differs', { outcome: 'differ', fields: { name: '另一家公司' } }],
] as const)('that a register says %s is an answer: it is told, and not asked again', async (state, answer) => {
  world.registers.answers.set('legal-entity', answer);
  await world.handIn([entity]);
  await world.fetchAll();
  expect(world.lines()).toEqual([{ ...entity, state }]);
  expect(await accesses()).toHaveLength(1);
  await world.pass(100);
  await world.fetchAll();
  expect(world.registers.asked).toHaveLength(1);
});

test('a message that is lost loses nothing: what nothing was heard of is asked for again', async () => {
  await world.handIn([entity]);
  await world.pass(7);
  world.registers.answers.set('legal-entity', found);
  const [, again] = world.facts('materials.shared-data-due.v1');
  expect(again).toBeDefined();
  await world.fetchAll();
  expect(world.lines()).toEqual([{ ...entity, state: 'fetched' }]);
  expect(await accesses()).toHaveLength(1);
});

test('what has ended needs nothing more; what is on its way then is not taken', async () => {
  await world.handIn([entity, line('licence', 'licence')]);
  await world.hear(changed(5, 'withdrawn'));
  await world.fetchAll();
  expect(world.registers.asked).toEqual([]);
  await world.pass(200);
  expect(world.facts('materials.shared-data-due.v1')).toHaveLength(2);
});

test('what is shared on request only is not fetched before its provider agrees, and what is shared with nobody never', async () => {
  await world.handIn([taxes, line('record', 'medical-records'), line('rain', 'weather')]);
  await world.fetchAll();
  expect(world.registers.asked).toEqual([]);
  expect(world.lines()).toEqual([{ ...taxes, state: 'requested' }]);
});

test('an office reads in its case what a register has said, with a reason; the party reads it too, and who did', async () => {
  world.registers.answers.set('legal-entity', found);
  await world.handIn([entity]);
  await world.fetchAll();
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  const approver = staffActor('approver', { department: 'amr' });
  const path = `/materials/cases/${world.caseId}`;
  const read = (actor = approver, requirement = 'business-licence') =>
    world.send('POST', `${path}/requirements/${requirement}/read`, { actor, body: { reason: '核对登记状态' } });

  expect((await read()).body.record).toMatchObject({
    resource: 'legal-entity',
    state: 'fetched',
    fields: [
      { key: 'name', name: '单位名称', value: '示例食品有限公司' },
      { key: 'status', value: '存续' },
    ],
  });
  expect((await read(staffActor('approver', { department: 'health' }))).status).toBe(404);
  expect((await read(approver, 'tax-proof')).status).toBe(404);
  expect((await accesses())[0]).toMatchObject({ resource: 'legal-entity', reason: '核对登记状态' });
  expect((await world.send('GET', `${path}/documents`, { actor: approver })).body.shared).toMatchObject([
    { ...entity, state: 'fetched', failures: 0 },
  ]);

  const mine = await world.send('GET', '/materials/shared-records');
  expect(mine.body.items).toMatchObject([{ caseId: world.caseId, requirement: 'business-licence' }]);
  const strangers = await world.send('GET', '/materials/shared-records', { actor: applicantActor('stranger') });
  expect(strangers.body.items).toEqual([]);
});

test('what was fetched of a party is listed page by page, the newest first', async () => {
  world.registers.answers.set('legal-entity', found).set('population', found).set('licence', found);
  const shared = [entity, line('identity', 'population'), line('permit', 'licence')];
  await world.handIn(shared);
  await world.fetchAll();
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let n = 0; n < 3 && cursor !== null; n++) {
    const query: Record<string, string> = { limit: '1', ...(cursor && { cursor }) };
    const { body } = await world.send('GET', '/materials/shared-records', { query });
    seen.push(body.items[0].requirement);
    cursor = body.nextCursor;
  }
  expect(seen.toSorted()).toEqual(['business-licence', 'identity', 'permit']);
});

test('what was fetched for a case is kept as long as its archive, and is shown to nobody after that', async () => {
  world.registers.answers.set('legal-entity', found);
  await world.handIn([entity, line('identity', 'population')], { retention: '10-years' });
  await world.fetchAll();
  await world.hear(changed(9, 'decided'));
  const records = async () => (await world.send('GET', '/materials/shared-records')).body.items.length;
  world.clock.now = new Date('2036-08-03T01:00:00Z');
  expect(await records()).toBe(1);
  world.clock.now = new Date('2036-08-03T16:00:00Z');
  expect(await records()).toBe(0);
});
