import { beforeEach, expect, test } from 'vitest';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { charges } from '../../test/support/charges.ts';
import { openPayments } from '../../test/support/payments.ts';
import { release, remitting } from '../../test/support/remitting.ts';
import { drawByClock } from './functions/tick/draw-by-clock.ts';

let world: ReturnType<typeof openPayments>;
let list: ReturnType<typeof remitting>;
beforeEach(async () => {
  world = openPayments();
  list = remitting(world);
  await world.openCharges();
});

const [line] = release.lines;
if (!line) throw new Error('no line');
const exam = { ...line, payee: 'edu', destination: 'fiscal-account', code: 'exam', subject: '103042650' } as const;
const today = '2026-08-03';
const both = [
  {
    lines: [
      line,
      { ...line, payee: 'mnr', code: 'property-registration', subject: '103043207', inFen: 8000, outFen: 500 },
    ],
  },
  { source: 'alipay.treasury.2026-08-02', channel: 'alipay', lines: [{ ...line, inFen: 1, outFen: 2 }] },
];
const ids = async (query: Record<string, string>) => {
  const { body } = await world.send('GET', '/payments/remittances', { actor: world.checker, query });
  return body.items.map(({ id }: { id: string }) => id);
};
const held = async (account: string) => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  return body.accounts.find((one: { account: string }) => one.account === account)?.heldFen;
};

test('a day’s list has a line for each payee and subject, gross, of all that was released, and each release once', async () => {
  await list.releases(...both, { source: 'wechat.fiscal.2026-08-02', merchant: 'fiscal', lines: [exam] });
  const { body } = await list.act('');
  expect(body.items.map(({ id, destination, netFen }: Record<string, unknown>) => [id, destination, netFen])).toEqual([
    [`treasury.${today}`, 'treasury', 37_499],
    [`fiscal.${today}`, 'fiscal-account', 30_000],
  ]);
  expect((await list.read(`/treasury.${today}`)).body).toMatchObject({
    status: 'drawn',
    inFen: 38_001,
    outFen: 502,
    lines: [
      { payee: 'urban', subject: '103043306', level: 'city', percent: 100, inFen: 30_001, outFen: 2, netFen: 29_999 },
      { payee: 'mnr', subject: '103043207', inFen: 8000, outFen: 500, netFen: 7500 },
    ],
    actions: ['send'],
  });
  expect(await world.deps.released.waiting('treasury')).toEqual([]);
  expect((await world.deps.remittances.thatTook('alipay.treasury.2026-08-02'))?.id).toBe(`treasury.${today}`);

  // What comes later on the day waits for the next one, however often it is asked.
  await list.releases({ source: 'late' });
  expect((await list.act('')).body).toEqual(body);
  expect((await list.act('', { body: { merchant: 'treasury' } })).body.items).toHaveLength(1);
  expect(await world.deps.remittances.thatTook('late')).toBeUndefined();
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000);
  expect((await list.act('')).body.items).toMatchObject([{ id: 'treasury.2026-08-04', inFen: 30_000 }]);
});

test('two who draw at once draw the same list', async () => {
  await list.releases(...both);
  const [one, other] = await Promise.all([list.act(''), list.act('')]);
  expect(one.body).toEqual(other.body);
});

test('the clock draws in the afternoon what nobody has drawn', async () => {
  await list.releases({});
  world.clock.now = new Date(`${today}T14:59:00+08:00`);
  expect(await drawByClock(world.deps)()).toMatchObject({ RemittancesDrawn: 0 });
  world.clock.now = new Date(`${today}T15:00:00+08:00`);
  expect(await drawByClock(world.deps)()).toMatchObject({ RemittancesDrawn: 1 });
  expect(await drawByClock(world.deps)()).toMatchObject({ RemittancesDrawn: 0 });
});

test('more than one list takes are drawn in several at once', async () => {
  await list.releases(...Array.from({ length: 41 }, (_, n) => ({ source: `s-${String(n).padStart(2, '0')}` })));
  const { body } = await list.act('');
  expect(body.items.map(({ id, inFen }: Record<string, unknown>) => [id, inFen])).toEqual([
    [`treasury.${today}`, 40 * 30_000],
    [`treasury.${today}.2`, 30_000],
  ]);
  expect((await list.act('')).body).toEqual(body);
});

test('where more went back than came nothing is drawn: it waits for a day on which money goes', async () => {
  await list.releases({ lines: [{ ...line, inFen: 0, outFen: 10 }] });
  expect((await list.act('')).body.items).toEqual([]);
  await list.releases({ source: 'next', lines: [{ ...line, inFen: 30, outFen: 0 }] });
  expect((await list.act('')).body.items).toMatchObject([{ inFen: 30, outFen: 10, netFen: 20 }]);
});

test('shares go to the levels of the charge list, and their parts sum to the fen', async () => {
  const shares = [
    { level: 'central' as const, percent: 33 },
    { level: 'district' as const, percent: 67 },
  ];
  const shared = { ...charges, charges: charges.charges.map((one) => ({ ...one, shares })) };
  const { body: proposed } = await world.send('POST', '/payments/charge-list', { actor: world.finance, body: shared });
  await world.send('POST', `/payments/charge-list/${proposed.id}/approve`, { actor: world.checker, body: {} });
  await list.releases({ lines: [{ ...line, inFen: 101, outFen: 2 }] });
  const { body } = await list.act('');
  expect((await list.read(`/${body.items[0].id}`)).body.lines).toMatchObject([
    { level: 'central', percent: 33, inFen: 33, outFen: 1 },
    { level: 'district', percent: 67, inFen: 68, outFen: 1 },
  ]);
});

test('finance sends a list and somebody else confirms it: then the payees are owed it no more', async () => {
  await list.releases(...both);
  await list.act('');
  const id = `treasury.${today}`;
  const receipt = { receipt: 'GK-1' };
  expect((await list.act(`/${id}/confirm`, { as: 'checker', body: receipt })).body.code).toBe('remittance-moved');
  expect((await list.act(`/${id}/send`)).body).toMatchObject({ status: 'sent', actions: ['confirm'] });
  expect((await list.act(`/${id}/confirm`, { as: 'checker', body: receipt })).body.code).toBe('remittance-not-arrived');
  await list.arrives('wechat', 'alipay');
  const both2 = { ...world.checker, partyId: world.finance.partyId };
  const own = await world.send('POST', `/payments/remittances/${id}/confirm`, { actor: both2, body: receipt });
  expect([own.status, own.body.code]).toEqual([403, 'own-remittance']);
  const done = await list.act(`/${id}/confirm`, { as: 'checker', body: receipt });
  expect(done.body).toMatchObject({ status: 'confirmed', confirmed: { receipt: 'GK-1' }, actions: [] });
  expect(await held('payee/urban/treasury')).toBe(-29_999);
  expect(await held('bank/treasury')).toBe(-37_499);
  expect((await list.act(`/${id}/confirm`, { as: 'checker', body: receipt })).body.code).toBe('remittance-moved');
});

test('a list that was sent is confirmed by the bank’s statement that shows the last of its money', async () => {
  const bank = banking(world);
  const day = release.day;
  await bank.settled({ channel: 'wechat', merchant: 'treasury', day }, 30_000);
  await bank.settled({ channel: 'alipay', merchant: 'treasury', day }, 500);
  await list.releases({}, { source: `alipay.treasury.${day}`, channel: 'alipay', lines: [{ ...line, inFen: 500 }] });
  const { id } = (await list.act('')).body.items[0];
  await list.act(`/${id}/send`);
  const status = async () => (await list.read(`/${id}`)).body;
  await bank.shows('2026-08-03', [bankRow(1, 30_000, 'wechat', day)]);
  await world.settle();
  expect(await status()).toMatchObject({ status: 'sent' });
  await bank.shows('2026-08-04', [bankRow(1, 500, 'alipay', day)]);
  await world.settle();
  expect(await status()).toMatchObject({
    status: 'confirmed',
    confirmed: { by: 'bank', receipt: 'bank.treasury.2026-08-04' },
  });
  expect(await bank.held()).toMatchObject({ 'payee/urban/treasury': -30_500 });
  expect(await held('bank/treasury')).toBe(0);
});

test('lists are found by their day, by how they stand and by a payee in them', async () => {
  await list.releases(...both, { source: 'f', merchant: 'fiscal', lines: [exam] });
  await list.act('');
  await list.act(`/fiscal.${today}/send`);
  expect(await ids({})).toEqual([`fiscal.${today}`, `treasury.${today}`]);
  expect(await ids({ status: 'sent' })).toEqual([`fiscal.${today}`]);
  expect(await ids({ date: today, payee: 'mnr' })).toEqual([`treasury.${today}`]);
  expect(await ids({ date: '2026-08-02' })).toEqual([]);
});

test('the file for the treasury is CSV in UTF-8 with a byte order mark, in yuan, with the sum', async () => {
  await list.releases(...both);
  await list.act('');
  const { body, headers } = await list.read(`/treasury.${today}/csv`);
  expect(headers?.['Content-Type']).toBe('text/csv; charset=utf-8');
  expect(body.charCodeAt(0)).toBe(0xfe_ff);
  const rows = body.slice(1).trimEnd().split('\r\n');
  expect(rows[1]).toBe(`treasury.${today},${today},urban,103043306,road-repair,city,100,300.01,0.02,299.99`);
  expect(rows.at(-1)).toBe(`treasury.${today},${today},合计,,,,,380.01,5.02,374.99`);
});
