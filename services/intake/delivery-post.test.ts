import { beforeEach, describe, expect, test } from 'vitest';
import type { Request } from '../../test/support/gateway-event.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { demoForm, itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let at: Results;
/** The form asks where the applicant lives. */
const home = { type: 'string', 'x-mask': 'address' };
const form = { ...demoForm, properties: { ...demoForm.properties, home } };
const filled = { ...cases.goodForm, home: '大理路1号' };
beforeEach(async () => {
  at = await openResults({ ...cases.publication, items: [itemOf({ form })] });
});
const act = (id: string, name: string, rest: Partial<Request>) => at.act(id, `delivery/${name}`, rest);
const see = (id: string, rest: Partial<Request> = {}) => at.see(id, 'delivery', rest);
const told = () =>
  at.facts('intake.delivery-changed.v1').map(({ data }) => [data['state'], data['way'], data['reasonCode']].join(' '));

const { company, clerk, approver } = people;
const choose = (id: string, to: object) => act(id, 'choose', { actor: company, body: { way: 'post', address: to } });
const tick = () => passTimeHourly(at.world.deps)();
const address = { recipient: '段正淳', phone: '18049531999', text: '大理路1号' };

describe('by post', () => {
  const carriage = { carrier: 'EMS', trackingNumber: 'EM123456789CN' };

  test('it may come back and go again, until somebody took it', async () => {
    const id = await at.decided('granted', filled);
    await choose(id, address);
    expect(outline(await act(id, 'make-ready', { actor: clerk }))).toEqual([409, 'wrong-state']);
    await act(id, 'send', { actor: clerk, body: carriage });
    expect(outline(await choose(id, address))).toEqual([409, 'wrong-state']);
    await act(id, 'return', { actor: clerk, body: { reason: '查无此人' } });
    await choose(id, { at: '/home' });
    await act(id, 'send', { actor: approver, body: carriage });
    const taken = { takenBy: 'recipient', takenAt: '2026-08-04T09:30:00.000Z' };
    at.later(2);
    expect(outline(await act(id, 'prove', { actor: clerk, body: taken }))).toEqual([200, 'delivered']);
    const { body } = await see(id);
    expect(body).toMatchObject({ carriage, proof: { kind: 'signed-for', ...taken } });
    expect(body.address).toEqual({ at: '/home', value: filled.home });
    expect(told().map((one) => one.split(' ')[0])).toEqual(['due', 'due', 'sent', 'due', 'due', 'sent', 'delivered']);
  });

  test.each([
    ['before it was sent', '2026-08-03T00:59:59.999Z'],
    ['in time to come', '2026-08-05T01:00:00.001Z'],
  ])('nobody took it %s', async (_, takenAt) => {
    const id = await at.decided();
    await choose(id, address);
    await act(id, 'send', { actor: clerk, body: carriage });
    at.later(2);
    const refused = await act(id, 'prove', { actor: clerk, body: { takenBy: 'recipient', takenAt } });
    expect([outline(refused), refused.body.errors[0].pointer]).toEqual([[400, 'taken-then'], '/takenAt']);
    expect((await see(id)).body.status).toBe('sent');
  });

  test('staff see the address for a reason, which the applicant can read', async () => {
    const id = await at.decided();
    await choose(id, address);
    const masked = await see(id, { actor: clerk });
    expect(masked.body).toMatchObject({ masked: true });
    expect(JSON.stringify(masked.body)).not.toContain('段正淳');
    const seen = await see(id, { actor: clerk, query: { reason: '填写面单' } });
    expect(seen.body.address).toEqual(address);
    const records = await at.world.send({ ...cases.read(id), path: `/intake/applications/${id}/access-records` });
    expect(records.body.items).toMatchObject([{ actor: 'window', reason: '填写面单' }]);
    const line = { path: '/intake/deliveries', query: { department: 'amr' }, actor: clerk };
    expect(JSON.stringify((await at.world.send(line)).body)).not.toContain('段正淳');
  });

  test.each([
    ['a place that the form does not have', { at: '/none' }, 'address-not-in-form'],
    ['a place that is inherited', { at: '/constructor' }, 'address-not-in-form'],
    ['a place with something else', { at: '/contact/phone' }, 'address-not-in-form'],
    ['all that is said of a contact', { at: '/contact' }, 'address-not-in-form'],
    ['half an address', { recipient: '段正淳' }, 'invalid-input'],
  ])('%s is refused', async (_, to, code) => {
    const id = await at.decided('granted', filled);
    expect(outline(await choose(id, to))).toEqual([400, code]);
  });

  test('an address is not kept where he has it sent nowhere any more', async () => {
    const id = await at.decided();
    await choose(id, address);
    await act(id, 'choose', { actor: company, body: { way: 'window', hall: 'gulou-hall' } });
    expect((await see(id)).body.address).toBeUndefined();
    expect(JSON.stringify(at.table.rows().filter(({ pk }) => pk === `DELIVERY#${id}`))).not.toContain('大理路');
  });
});

describe('the clock', () => {
  test('tells once that a result is late', async () => {
    const id = await at.decided();
    at.later(14);
    await tick();
    expect(at.findings()).toEqual([]);
    at.later(1);
    await tick();
    await tick();
    expect(at.findings()).toMatchObject([{ rule: 'delivery-overdue', caseId: id, department: 'amr', state: 'open' }]);
    expect((await see(id)).body).toMatchObject({ status: 'due', late: true });
    expect(outline(await act(id, 'download', { actor: company }))).toEqual([200, 'delivered']);
  });

  test('has nothing to say of what was delivered', async () => {
    const id = await at.decided();
    await act(id, 'download', { actor: company });
    expect(at.table.rows().filter(({ pk, sk }) => pk === `DELIVERY#${id}` && sk === 'DUE')).toEqual([]);
    at.later(30);
    await tick();
    expect(at.findings()).toEqual([]);
  });
});

test('a department sees what it has still to deliver, the oldest decision first', async () => {
  const first = await at.decided();
  at.later(1);
  const second = await at.decided();
  const list = (status: string) =>
    at.world.send({ path: '/intake/deliveries', query: { department: 'amr', status, limit: '1' }, actor: approver });
  const page = await list('due');
  expect(page.body.items).toMatchObject([{ id: first }]);
  const next = { department: 'amr', limit: '1', cursor: page.body.nextCursor };
  expect((await at.world.send({ path: '/intake/deliveries', query: next, actor: approver })).body.items).toMatchObject([
    { id: second },
  ]);
  await act(first, 'download', { actor: company });
  expect((await list('delivered')).body.items).toMatchObject([{ id: first, proof: { kind: 'downloaded' } }]);
  expect(
    outline(await at.world.send({ path: '/intake/deliveries', query: { department: 'health' }, actor: approver })),
  ).toEqual([404, 'not-found']);
});
