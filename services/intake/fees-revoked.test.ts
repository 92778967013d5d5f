import { describe, expect, test } from 'vitest';
import { assessing, card, chargeOf, evidence, openFees, type FeeDesk } from '../../test/support/fee-desk.ts';
import { feeFacts, follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { underReview } from '../../test/support/linked.ts';

let desk: FeeDesk;

/** A granted case of which the card is paid and the survey is due. */
async function granted(): Promise<void> {
  desk = await openFees([card, chargeOf({ gate: 'result' })]);
  await desk.pay(1, 4000);
  await desk.assess('survey', 10);
  expect((await desk.decide(3)).status).toBe(200);
}

/** Opens a case to revoke the grant, and decides it; its id. */
async function revoke(ground: string, outcome = 'granted'): Promise<string> {
  const opened = await desk.world.send(
    act(desk.id, 'revoke', { actor: people.head, body: { ground, why: '原决定有误' } }),
  );
  const { id } = opened.body;
  const version = await underReview(desk.world, id);
  const body = { outcome, opinion: '经审查', reasons: '见决定书' };
  expect((await desk.world.send(cases.decide(id, version, { body }))).status).toBe(200);
  await follow(desk.world);
  return id;
}

describe('a grant that is revoked', () => {
  test.each(['abuse-of-office', 'beyond-powers', 'wrong-procedure', 'not-qualified', 'other'])(
    'for %s costs its holder nothing: what is due is cancelled, what is paid is proposed to go back',
    async (ground) => {
      await granted();
      await revoke(ground);
      expect(await desk.fees()).toMatchObject({ status: 'ended', dueFen: 0, heldFen: 0, toRefundFen: 4000 });
      expect((await feeFacts(desk.world, desk.id)).slice(-2)).toMatchObject([
        ['fee-cancelled', { assessmentId: `${desk.id}.2`, reasonCode: 'grant-revoked' }],
        ['refund-proposed', { assessmentId: `${desk.id}.1`, reasonCode: 'grant-revoked' }],
      ]);
      expect(await desk.assess('survey', 10)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
      expect((await desk.fees(people.approver)).actions).toEqual([]);
    },
  );

  test.each(['deception', 'commitment-broken'])('for %s leaves what it has cost', async (ground) => {
    await granted();
    await revoke(ground);
    expect(await desk.fees()).toMatchObject({ status: 'due', dueFen: 30_000, heldFen: 4000, toRefundFen: 0 });
  });

  test('and was not, after all, leaves its fees as they are', async () => {
    await granted();
    await revoke('not-qualified', 'refused');
    expect(await desk.fees()).toMatchObject({ dueFen: 30_000, heldFen: 4000, toRefundFen: 0 });
  });

  test('before anything was charged is not charged any more, in whatever order the facts come', async () => {
    desk = await openFees([chargeOf({ gate: 'result' })]);
    await desk.decide(3);
    await revoke('beyond-powers');
    await follow(cases.intakeOver(desk.world.deps.table));
    expect(await desk.assess('survey', 10)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect(await desk.fees()).toMatchObject({ status: 'ended', bills: [], dueFen: 0 });
  });
});

test('to correct, revoke or review is free of charge, and who charges for it is told to the supervisor', async () => {
  await granted();
  for (const name of ['correct', 'revoke']) {
    const actor = name === 'revoke' ? people.head : people.company;
    const body = { why: '决定书有误', ...(name === 'revoke' && { ground: 'not-qualified' }) };
    const { id } = (await desk.world.send(act(desk.id, name, { actor, body }))).body;
    await desk.world.send(cases.accept(id));
    const charge = { lines: [{ code: 'survey', quantity: 1 }], evidence };
    const answer = await desk.world.send(assessing(id, 0, { body: charge }));
    expect([name, answer.status, answer.body.code]).toEqual([name, 409, 'free-of-charge']);
    const relief = { wish: { kind: 'waive', code: 'survey' }, basis: '-' };
    const wished = await desk.world.send(act(id, 'fees/reliefs', { actor: people.approver, body: relief }));
    expect(wished).toMatchObject({ status: 409, body: { code: 'nothing-due' } });
    const shown = await desk.world.send({
      ...read(id, { actor: people.approver }),
      path: `/intake/applications/${id}/fees`,
    });
    expect(shown.body).toMatchObject({ actions: [], owed: [], dueFen: 0 });
  }
  const { rows } = await desk.world.deps.table.query({ index: 'index1', partition: 'FINDINGS#open' });
  expect(rows.filter(({ rule }) => rule === 'charge-off-list')).toHaveLength(2);
});
