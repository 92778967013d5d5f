import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { investorActor, openAgency, outsider } from '../../test/support/agency.ts';
import {
  appointed,
  clerk,
  company,
  evidence,
  guarded,
  helper,
  names,
  openCity,
  parent,
  person,
  ward,
} from '../../test/support/authorities.ts';

test('after another legal representative all that stands on the company waits; the company or a window confirms', async () => {
  const { ask, begin, doOn, read, told } = openCity();
  const { body } = await begin(appointed);
  await doOn(body.id, 'accept', { actor: helper, body: {} });
  const report = { occasion: 'legal-representative-changed', party: company, reasons: '变更登记', evidence };
  const path = '/agency/authorities/occasions';
  expect(await ask({ method: 'POST', path, body: report, actor: clerk })).toMatchObject({ body: { touched: 1 } });
  expect(await ask({ method: 'POST', path, body: report, actor: clerk })).toMatchObject({ body: { touched: 0 } });
  expect(told().at(-1)).toMatchObject({ state: 'to-confirm', confirm: 'legal-representative-changed' });
  expect((await read(body.id, helper)).actions).toEqual(['renounce']);
  await doOn(body.id, 'confirm', { actor: investorActor });
  expect(told().at(-1)).toMatchObject({ state: 'active' });
  expect(told().at(-1)).not.toHaveProperty('confirm');
});

test('a death neither ends nor keeps: a window finds out and confirms or ends', async () => {
  const { ask, atWindow, doOn, read } = openCity();
  const { body } = await atWindow(guarded);
  const path = '/agency/authorities/occasions';
  const death = { occasion: 'death', party: person('B2222'), reasons: '死亡证明', evidence };
  const unfit = await ask({ method: 'POST', path, body: { ...death, party: company }, actor: clerk });
  expect(unfit).toMatchObject({ status: 400, body: { code: 'occasion-unfit' } });
  await ask({ method: 'POST', path, body: death, actor: clerk });
  expect(await read(body.id)).toMatchObject({ status: 'to-confirm', confirm: 'death' });
  expect((await read(body.id, ward)).actions).toEqual(['end']);
  expect(await doOn(body.id, 'end', { actor: clerk })).toMatchObject({ body: { status: 'ended' } });
});

test('a window sees names with a reason alone, and both sides see who has looked', async () => {
  const { ask, atWindow, clock, read } = openCity();
  const { body } = await atWindow(guarded);
  expect(await read(body.id)).toMatchObject({ masked: true, names: { principal: '段**' } });
  const path = `/agency/authorities/${body.id}`;
  const seen = await ask({ path, query: { reason: '核对身份' }, actor: clerk });
  expect(seen.body).toMatchObject({ masked: false, names });
  clock.now = new Date('2026-08-03T01:01:00Z');
  const look = { party: person('B2222'), reason: '窗口查询' };
  const found = await ask({ method: 'POST', path: '/agency/authorities/look-up', body: look, actor: clerk });
  expect(found.body.items).toMatchObject([{ id: body.id, names: { principal: '段**' } }]);
  const reads = await ask({ path: `${path}/access-records`, actor: ward });
  expect(reads.body.items).toMatchObject([{ office: 'gulou/window' }, { office: 'gulou/window' }]);
  expect(await ask({ path: `${path}/access-records`, actor: outsider })).toMatchObject({ status: 404 });
});

test('both sides find it in their lists', async () => {
  const { ask, atWindow } = openCity();
  const { body } = await atWindow(guarded);
  const listed = async (actor: Actor, as: string) =>
    (await ask({ path: '/agency/authorities', query: { as }, actor })).body.items.map(({ id }: { id: string }) => id);
  expect(await listed(ward, 'principal')).toEqual([body.id]);
  expect(await listed(parent, 'delegate')).toEqual([body.id]);
  expect(await listed(parent, 'principal')).toEqual([]);
});

test('a district keeps none and says where to go', async () => {
  const { ask } = openAgency();
  const reply = await ask({ method: 'POST', path: '/agency/authorities', body: appointed, actor: investorActor });
  expect(reply).toMatchObject({ status: 409, body: { code: 'kept-in-city', set: 'fuzhou' } });
});
