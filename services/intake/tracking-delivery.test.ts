import { beforeEach, expect, test } from 'vitest';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { openResults, type Results } from '../../test/support/results.ts';

let at: Results;
beforeEach(async () => {
  at = await openResults();
});

const { company, clerk } = people;
const byClerk = (id: string, name: string, body: object = {}) => at.act(id, `delivery/${name}`, { actor: clerk, body });
const byCompany = (id: string, name: string, body: object = {}) =>
  at.act(id, `delivery/${name}`, { actor: company, body });

async function tracked(id: string, language = 'zh') {
  const { number } = (await at.world.send(cases.read(id))).body;
  const path = `/intake/public/track/${number}`;
  const headers = { 'Accept-Language': language };
  return (await at.world.send({ path, query: { code: 'A2B3C4' }, headers })).body;
}

test('a result that is downloaded is ready at once, and delivered on the day', async () => {
  const id = await at.decided();
  expect((await tracked(id)).delivery).toEqual({ state: 'due', way: 'download', text: '可以下载' });
  at.later(2);
  await byCompany(id, 'download');
  expect((await tracked(id, 'en')).delivery).toEqual({
    state: 'delivered',
    way: 'download',
    text: 'Delivered',
    at: '2026-08-05T01:00:00.000Z',
  });
});

test('a result that is fetched says where it lies while it lies there, and nothing of who came for it', async () => {
  const id = await at.decided();
  await byCompany(id, 'choose', { way: 'window', hall: 'gulou-hall' });
  expect((await tracked(id)).delivery).toEqual({ state: 'due', way: 'window', text: '正在准备，请等候领取通知' });
  const ready = await byClerk(id, 'make-ready');
  expect(ready.status).toBe(200);
  expect((await tracked(id)).delivery).toEqual({
    state: 'ready',
    way: 'window',
    text: '可以到窗口领取',
    hall: 'gulou-hall',
  });
  const { pickUpCode } = (await at.see(id, 'delivery')).body;
  await byClerk(id, 'hand-over', { code: pickUpCode, entry: entryAt.window });
  expect((await tracked(id)).delivery).toEqual({
    state: 'delivered',
    way: 'window',
    text: '已送达',
    at: '2026-08-03T01:00:00.000Z',
  });
});

test('a result that is posted says when it was sent and when it came, and nothing of parcel or address', async () => {
  const id = await at.decided();
  const address = { recipient: '段正淳', phone: '18049531999', text: '示例路1号' };
  await byCompany(id, 'choose', { way: 'post', address });
  expect((await tracked(id)).delivery).toEqual({ state: 'due', way: 'post', text: '等待邮寄' });
  await byClerk(id, 'send', { carrier: 'EMS', trackingNumber: 'E1234567890' });
  const sent = await tracked(id);
  expect(sent.delivery).toEqual({ state: 'sent', way: 'post', text: '已寄出', at: '2026-08-03T01:00:00.000Z' });
  at.later(3);
  await byClerk(id, 'prove', { takenBy: 'other', takenAt: '2026-08-05T03:00:00.000Z' });
  const came = await tracked(id);
  expect(came.delivery).toMatchObject({ state: 'delivered', at: '2026-08-05T03:00:00.000Z' });
  expect(JSON.stringify([sent, came])).not.toMatch(/段正淳|1804953|示例路|E1234567890|EMS|other/);
});

test('a case without a result says nothing of a delivery', async () => {
  const id = await cases.draft(at.world);
  await at.world.send(cases.submit(id));
  await at.world.send(cases.withdraw(id));
  expect(await tracked(id)).not.toHaveProperty('delivery');
});
