import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { openPayments } from '../../test/support/payments.ts';
import { release, remitting } from '../../test/support/remitting.ts';
import { drawByClock } from './functions/tick/draw-by-clock.ts';

let world: ReturnType<typeof openPayments>;
let bank: ReturnType<typeof banking>;
beforeEach(async () => {
  world = openPayments();
  bank = banking(world);
  await world.openCharges();
});

const [treasury] = release.lines;
if (!treasury) throw new Error('no line');
const line = { ...treasury, payee: 'water', destination: 'own-account', code: 'connection' } as const;
const [saturday, sunday, today] = ['2026-08-01', '2026-08-02', '2026-08-03'] as const;
/** What a run has matched of a day of the water company's. */
const matched = (day: string, [inFen, outFen, feeFen]: [number, number, number], channel = 'wechat') => ({
  source: `${channel}.water.${day}`,
  channel,
  merchant: 'water',
  day,
  feeFen,
  lines: [{ ...line, inFen, outFen }],
});
const send = (path: string, actor = world.finance, { version = 1, body = {} } = {}) =>
  world.send('POST', `/payments/settlements${path}`, { actor, body, version });
const read = (path: string) => world.send('GET', `/payments/settlements${path}`, { actor: world.checker });
const waiting = async () => (await world.deps.released.waiting('water')).map(({ source }) => source);
const arrived = (day: string, fen: number) => bank.settled({ channel: 'wechat', merchant: 'water', day }, fen);

test('a settlement is of what is reconciled and has arrived, gross, fees and net, once for a payee and day (I11)', async () => {
  const list = remitting(world);
  await list.releases(matched(saturday, [20_000, 500, 120]), matched(sunday, [7000, 0, 42]));
  await arrived(saturday, 19_380);
  expect((await send('')).body.items).toEqual([]);
  await bank.shows(today, [bankRow(1, 19_380, 'wechat', saturday)], { merchant: 'water' });
  const { body } = await send('');
  expect(body.items).toMatchObject([
    { inFen: 20_000, outFen: 500, feeFen: 120, netFen: 19_380, number: 'QS20260803-WATER', status: 'drawn' },
  ]);
  expect((await send('')).body).toEqual(body);
  // What comes later on the day is settled on the next.
  await arrived(sunday, 6958);
  await bank.shows('2026-08-04', [bankRow(1, 6958, 'wechat', sunday)], { merchant: 'water' });
  expect((await send('')).body).toEqual(body);
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000);
  expect((await send('')).body.items).toMatchObject([{ inFen: 7000, netFen: 6958 }]);
});

test('another person approves it, the file for the bank is kept with its hash, and the bank’s debit pays it over', async () => {
  await remitting(world).releases(matched(saturday, [20_000, 0, 120]));
  await arrived(saturday, 19_880);
  await bank.shows(today, [bankRow(1, 19_880, 'wechat', saturday)], { merchant: 'water' });
  const { id, number } = (await send('')).body.items[0];
  expect((await send(`/${id}/approve`, world.checker)).body.code).toBe('payout-account-missing');
  await remitting(world).account('in-force');
  expect((await read(`/${id}/csv`)).body.code).toBe('settlement-not-approved');
  const both = { ...world.checker, partyId: world.finance.partyId };
  expect((await send(`/${id}/approve`, both)).body.code).toBe('own-settlement');
  const { body } = await send(`/${id}/approve`, world.checker);
  expect(body).toMatchObject({ status: 'approved', actions: [] });
  expect((await send(`/${id}/approve`, world.checker, { version: 2 })).body.code).toBe('settlement-moved');
  const kept = Buffer.from(world.files.get(`settlements/${id}.csv`) ?? '');
  expect(createHash('sha256').update(kept).digest('hex')).toBe(body.approved.sha256);
  expect((await read(`/${id}/csv`)).body).toBe(kept.toString());
  expect(kept.toString()).toContain(
    '合计,,200.00,0.00,1.20,198.80,福州示例自来水有限公司,示例银行福州分行,6222021402001234567',
  );
  expect(body.payTo.number).toBe('***************4567');
  expect(await bank.held()).toMatchObject({ 'bank/water': 19_880 });

  const paid = { ...bankRow(1, -19_880), about: { number } };
  expect(await bank.shows('2026-08-04', [paid], { merchant: 'water' })).toMatchObject({
    classes: { MATCHED: { rows: 1 } },
  });
  await world.settle();
  expect((await read(`/${id}`)).body).toMatchObject({ status: 'paid-over', paidOver: { by: 'bank.water.2026-08-04' } });
  const held = await bank.held();
  expect(held).toMatchObject({ 'payee/water/own-account': -20_000, 'fees-borne/wechat/water': 120 });
  expect(Object.keys(held)).not.toContain('bank/water');
  expect(Object.keys(held)).not.toContain('transit/settlement/water');
  const report = async (name: string) =>
    (await world.send('GET', `/payments/reports/${name}`, { actor: world.finance })).body;
  // That he has borne it takes nothing off what the channel has had.
  expect((await report('fees')).items).toEqual([]);
  expect((await report('daily')).payees).toMatchObject([{ channel: 'bank', payee: 'water', passedOnFen: 20_000 }]);
});

test('a net below zero is never paid: it is carried until there is more', async () => {
  const list = remitting(world);
  await list.releases(matched(saturday, [100, 400, 5]));
  await arrived(saturday, -305);
  await bank.shows(today, [bankRow(1, -305, 'wechat', saturday)], { merchant: 'water' });
  expect((await send('')).body.items).toEqual([]);
  await list.releases(matched(sunday, [1000, 0, 6]));
  await arrived(sunday, 994);
  await bank.shows('2026-08-04', [bankRow(1, 994, 'wechat', sunday)], { merchant: 'water' });
  expect((await send('')).body.items).toMatchObject([{ inFen: 1100, outFen: 400, feeFen: 11, netFen: 689 }]);
});

test('settlements are found by their day and by how they stand', async () => {
  const id = await remitting(world).settlement();
  const ids = async (query: string) =>
    (
      await world.send('GET', '/payments/settlements', {
        actor: world.checker,
        query: Object.fromEntries(new URLSearchParams(query)),
      })
    ).body.items.map((one: { id: string }) => one.id);
  expect(await ids('')).toEqual([id]);
  expect(await ids('status=drawn')).toEqual([id]);
  expect(await ids('status=paid-over')).toEqual([]);
  expect(await ids(`date=${sunday}`)).toEqual([]);
});

describe('a settlement that another person rejects', () => {
  const [reason, noon] = [{ body: { reason: '手续费有误' } }, new Date('2026-08-03T12:00:00+08:00')];
  let id: string;
  beforeEach(async () => {
    world.clock.now = noon;
    id = await remitting(world).settlement();
  });

  test('gives back what it has taken, and says why', async () => {
    const { status, body } = await send(`/${id}/reject`, world.checker, reason);
    expect([status, body]).toMatchObject([
      200,
      { status: 'rejected', version: 2, rejected: { by: world.checker.sub, reason: '手续费有误' }, actions: [] },
    ]);
    expect(await waiting()).toEqual([`wechat.water.${sunday}`]);
    expect((await send(`/${id}/approve`, world.checker, { version: 2 })).body.code).toBe('settlement-moved');
    expect((await bank.held())['bank/water']).toBeUndefined();
  });

  test('is drawn anew on the same day, with what has come meanwhile, and must be read anew before it is approved', async () => {
    await send(`/${id}/reject`, world.checker, reason);
    await remitting(world).releases(matched(saturday, [300, 0, 0]));
    await bank.settled({ channel: 'wechat', merchant: 'water', day: saturday }, 300);
    await bank.shows(today, [bankRow(1, 300, 'wechat', saturday)], { merchant: 'water' });
    const { items } = (await send('')).body;
    expect(items).toMatchObject([{ id, status: 'drawn', version: 3, inFen: 20_300, feeFen: 120, netFen: 20_180 }]);
    expect(items[0].rejected).toBeUndefined();
    expect(await waiting()).toEqual([]);
    expect((await send(`/${id}/approve`, world.checker, { version: 1 })).body.code).toBe('version-stale');
    expect((await send(`/${id}/approve`, world.checker, { version: 3 })).body.status).toBe('approved');
  });

  test('is left to a person by the clock, and its money goes with the settlement of the next day', async () => {
    await send(`/${id}/reject`, world.checker, reason);
    world.clock.now = new Date('2026-08-03T16:00:00+08:00');
    expect(await drawByClock(world.deps)()).toMatchObject({ SettlementsDrawn: 0 });
    world.clock.now = new Date('2026-08-04T16:00:00+08:00');
    expect(await drawByClock(world.deps)()).toMatchObject({ SettlementsDrawn: 1 });
    expect((await read('/settlement.water.2026-08-04')).body).toMatchObject({ status: 'drawn', netFen: 19_880 });
    expect((await read(`/${id}`)).body).toMatchObject({ status: 'rejected' });
  });

  test('is not rejected by who drew it, nor by one who has read an earlier version, nor without a reason', async () => {
    const both = { ...world.finance, posts: [...world.finance.posts, ...world.checker.posts] };
    expect((await send(`/${id}/reject`, both, reason)).body.code).toBe('own-settlement');
    expect((await send(`/${id}/reject`, world.checker, { ...reason, version: 2 })).body.code).toBe('version-stale');
    expect((await send(`/${id}/reject`, world.checker)).status).toBe(400);
    const bare = { actor: world.checker, body: reason.body, version: 0 };
    expect((await world.send('POST', `/payments/settlements/${id}/reject`, bare)).status).toBe(428);
    expect(await waiting()).toEqual([]);
  });
});
