import { beforeEach, describe, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { chargeOf, openFees, type FeeDesk } from '../../test/support/fee-desk.ts';
import { people } from '../../test/support/intake.ts';

let desk: FeeDesk;
const checker = staffActor('head', { department: 'amr' }, 'other-head');

describe('a relief', () => {
  beforeEach(async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
  });
  const reduce = { kind: 'reduce', code: 'survey', amountFen: 10_000 };

  test('changes nothing until another person has approved it', async () => {
    expect((await desk.propose(reduce, people.head)).status).toBe(200);
    expect(await desk.fees()).toMatchObject({ dueFen: 30_000, reliefs: [{ n: 1, status: 'proposed', actions: [] }] });
    expect(await desk.check(1)).toMatchObject({ status: 403, body: { code: 'same-person' } });
    const samePerson = { ...checker, partyId: people.head.partyId };
    expect(await desk.check(1, 'approve', samePerson)).toMatchObject({ status: 403, body: { code: 'same-person' } });
    expect((await desk.fees(checker)).reliefs).toMatchObject([{ actions: ['approve', 'reject'] }]);
    expect(await desk.check(1, 'approve', checker)).toMatchObject({ status: 200, body: { dueFen: 20_000 } });
    expect(await desk.check(1, 'reject', checker)).toMatchObject({ status: 409, body: { code: 'relief-closed' } });
    expect(await desk.fees()).toMatchObject({ owedFen: 30_000, reducedFen: 10_000, dueFen: 20_000 });
  });

  test('that is rejected, or that nobody proposed, changes nothing', async () => {
    await desk.propose(reduce);
    expect(await desk.check(1, 'reject')).toMatchObject({ status: 200, body: { dueFen: 30_000 } });
    expect(await desk.check(2)).toMatchObject({ status: 404, body: { code: 'no-such-relief' } });
  });

  test('is one of fifty at the most: the record of the fees has an end', async () => {
    for (let n = 0; n < 50; n += 1) expect((await desk.propose(reduce)).status).toBe(200);
    expect(await desk.propose(reduce)).toMatchObject({ status: 409, body: { code: 'too-many-reliefs' } });
    expect(await desk.check(50)).toMatchObject({ status: 200, body: { dueFen: 20_000 } });
    expect(await desk.check(100)).toMatchObject({ status: 404, body: { code: 'no-such-relief' } });
  });

  test('of all opens the gate; of what is paid it proposes to go back', async () => {
    await desk.propose({ kind: 'waive', code: 'survey' });
    await desk.check(1);
    expect(await desk.fees()).toMatchObject({ dueFen: 0, bills: [{ status: 'waived' }], status: 'settled' });
    expect((await desk.decide(3)).status).toBe(200);
    await desk.pay(1, 30_000);
    expect(await desk.fees()).toMatchObject({ heldFen: 0, toRefundFen: 30_000 });
  });

  test('that defers opens the gate until its day is over', async () => {
    await desk.propose({ kind: 'defer', until: '2026-10-10' });
    await desk.check(1);
    const body = await desk.fees();
    expect(body.bills).toMatchObject([{ deferredUntil: '2026-10-10', dueAt: '2026-10-10T15:59:59.999Z', revision: 2 }]);
    desk.world.clock.now = new Date('2026-10-10T16:00:00Z');
    expect((await desk.decide(3)).body).toMatchObject({ code: 'fee-due' });
    desk.world.clock.now = new Date('2026-10-10T15:59:59Z');
    expect((await desk.decide(3)).status).toBe(200);
  });

  test('covers what the two have seen: what one of them adds to a deferred bill is due, and shuts the gate', async () => {
    await desk.propose({ kind: 'defer', until: '2026-10-10' });
    await desk.check(1);
    await desk.assess('survey', 11);
    expect((await desk.fees()).bills).toMatchObject([
      { deferredUntil: '2026-10-10', amountFen: 30_000, revision: 2 },
      { amountFen: 3000, revision: 1, dueAt: '2026-08-18T15:59:59.999Z' },
    ]);
    expect((await desk.decide(3)).body).toMatchObject({ code: 'fee-due' });
    await desk.assess('survey', 5);
    expect(await desk.fees()).toMatchObject({
      dueFen: 15_000,
      bills: [{ amountFen: 15_000 }, { status: 'cancelled' }],
    });
    expect((await desk.decide(3)).status).toBe(200);
  });

  test('that waives a small sum does not waive what one person assesses afterwards', async () => {
    await desk.propose({ kind: 'waive', code: 'survey' });
    await desk.check(1);
    await desk.assess('survey', 10_000);
    expect(await desk.fees()).toMatchObject({
      dueFen: 29_970_000,
      reducedFen: 30_000,
      reliefs: [{ waivedFen: 30_000 }],
    });
    expect((await desk.decide(3)).body).toMatchObject({ code: 'fee-due' });
  });

  test('defers again and again, but never beyond a year after the first day on which the bill was due', async () => {
    for (const [n, until] of ['2027-01-31', '2027-08-18'].entries()) {
      await desk.propose({ kind: 'defer', until });
      expect((await desk.check(n + 1)).status).toBe(200);
    }
    desk.world.clock.now = new Date('2027-08-01T00:00:00Z');
    const answer = await desk.propose({ kind: 'defer', until: '2027-08-19' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'deferral-too-long' } });
  });

  test.each([
    [{ ...reduce, amountFen: 30_001 }, 400, 'reduction-too-large'],
    [{ kind: 'waive', code: 'other' }, 409, 'nothing-due'],
    [{ kind: 'defer', until: '2026-08-18' }, 400, 'not-later'],
    [{ kind: 'defer', until: '2027-08-19' }, 400, 'deferral-too-long'],
    [{ kind: 'defer', until: '2099-01-01' }, 400, 'deferral-too-long'],
    [{ ...reduce, amountFen: 1.5 }, 400, 'invalid-input'],
    [{ kind: 'forget', code: 'survey' }, 400, 'invalid-input'],
  ])('%o is refused', async (wish, status, code) => {
    expect(await desk.propose(wish)).toMatchObject({ status, body: { code } });
  });
});

test('two heads who check one relief at once get one of them', async () => {
  desk = await openFees([chargeOf()]);
  await desk.assess('survey', 10);
  await desk.propose({ kind: 'waive', code: 'survey' });
  const both = await Promise.all([desk.check(1, 'approve'), desk.check(1, 'reject', checker)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});
