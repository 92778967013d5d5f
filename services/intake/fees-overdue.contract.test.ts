import { beforeEach, describe, expect, test } from 'vitest';
import { engineForTests } from '../../test/support/engine-table.ts';
import { card, chargeOf, feeDesk, openFees, type FeeDesk } from '../../test/support/fee-desk.ts';
import { follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';

const engine = engineForTests();

const lastMoment = new Date('2026-08-18T15:59:59.999Z');
const dayAfter = new Date('2026-08-18T16:00:00.000Z');

describe.each(engine.tables)('what is overdue, over %s', (_, create) => {
  let desk: FeeDesk;
  beforeEach(async () => {
    desk = await openFees([card, chargeOf()], await create());
  });
  const ask = (query: Record<string, string> = {}, actor = people.approver) =>
    desk.world.send({ path: '/intake/fees/overdue', actor, query: { department: 'amr', ...query } });
  const listed = async () => (await ask()).body.items.map(({ caseId }: { caseId: string }) => caseId);
  async function another(): Promise<FeeDesk> {
    const id = await cases.draft(desk.world);
    await desk.world.send(cases.submit(id));
    await desk.world.send(cases.accept(id));
    await follow(desk.world);
    return feeDesk(desk.world, id);
  }

  test('stands in its department’s list and is shown as such the moment its day has passed, whoever has noticed', async () => {
    desk.world.clock.now = lastMoment;
    expect([await listed(), (await desk.fees()).overdue]).toEqual([[], false]);
    desk.world.clock.now = dayAfter;
    const line = {
      caseId: desk.id,
      itemKey: 'food-business-licence',
      amountFen: 4000,
      dueAt: lastMoment.toISOString(),
    };
    expect((await ask()).body).toMatchObject({ items: [{ ...line, assessmentId: `${desk.id}.1` }], nextCursor: null });
    expect(await desk.fees()).toMatchObject({ overdue: true, status: 'due' });
    expect((await ask({}, people.otherApprover)).status).toBe(404);
  });

  test('leaves the list when it is paid, waived, or not owed any more, and is moved on by a deferral', async () => {
    const [paid, waived, ended, deferred] = [desk, await another(), await another(), await another()];
    desk.world.clock.now = dayAfter;
    expect((await listed()).toSorted()).toEqual([paid, waived, ended, deferred].map(({ id }) => id).toSorted());
    await paid.pay(1, 4000);
    await waived.propose({ kind: 'waive', code: 'card' });
    await waived.check(1);
    await desk.world.send(cases.withdraw(ended.id));
    await follow(desk.world);
    await deferred.propose({ kind: 'defer', until: '2026-09-30' });
    await deferred.check(1);
    expect(await listed()).toEqual([]);
    expect(await deferred.fees()).toMatchObject({ overdue: false, dueFen: 4000 });
    desk.world.clock.now = new Date('2026-09-30T16:00:00Z');
    expect(await listed()).toEqual([deferred.id]);
  });

  test('is listed from the longest overdue on, a page at a time', async () => {
    desk.world.clock.now = new Date('2026-08-05T01:00:00Z');
    const late = await another();
    desk.world.clock.now = new Date('2026-10-01T01:00:00Z');
    const first = await ask({ limit: '1' });
    const second = await ask({ limit: '1', cursor: first.body.nextCursor });
    expect([first, second].flatMap(({ body }) => body.items.map(({ caseId }: { caseId: string }) => caseId))).toEqual([
      desk.id,
      late.id,
    ]);
    expect((await ask({ cursor: 'x' })).status).toBe(400);
  });
});
