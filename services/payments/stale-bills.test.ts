import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { namedCompany, openPayments } from '../../test/support/payments.ts';

const urban = { district: 'gulou', department: 'urban' };
const clerk = staffActor('approver', urban, 'the clerk');
const head = staffActor('head', urban, 'the head');
const other = staffActor('head', urban, 'another head');
const dueAt = '2026-08-20T16:00:00.000Z';
const basis = '榕政〔2026〕8号';
const linesOf = (quantity: number) => [{ code: 'road-repair', quantity }];

test('who revises a bill, or decides a relief, names what he has read: nobody undoes unseen what another has done', async () => {
  const world = openPayments();
  await world.openCharges();
  await world.tick();
  const body = { payer: namedCompany, reference: '2026-0017', lines: linesOf(12.5), dueAt };
  const { id } = (await world.send('POST', '/payments/bills', { body, actor: clerk })).body;
  const act = (name: string, [actor, sent]: [Actor, object], version?: number) =>
    world.send('POST', `/payments/bills/${id}/${name}`, { body: sent, actor, ...(version && { version }) });

  await act('revise', [clerk, { lines: linesOf(2), dueAt }], 1);
  expect((await act('revise', [head, { lines: linesOf(1), dueAt }], 1)).body.code).toBe('version-stale');
  await act('reliefs', [clerk, { kind: 'defer', basis, dueAt: '2026-12-31T16:00:00.000Z' }]);
  expect((await act('reject-relief', [other, {}], 3)).status).toBe(200);
  await act('reliefs', [clerk, { kind: 'waive', basis }]);
  for (const name of ['approve-relief', 'reject-relief']) {
    expect([(await act(name, [head, {}], 3)).status, (await act(name, [head, {}])).status]).toEqual([412, 428]);
  }
  expect((await world.send('GET', `/payments/bills/${id}`)).body).toMatchObject({ status: 'due', amountFen: 60_000 });
});
