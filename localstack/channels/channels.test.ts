import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import * as z from 'zod';
import { listen, stopServer } from '../server.ts';
import { startChannels, type Channels } from './channels.ts';

const clock = { ms: Date.now() };
const heard: { path: string; headers: Record<string, unknown>; body: string }[] = [];
let channels: Channels;
let ours: Server;
let base = '';
let arrived = Promise.withResolvers<void>();

async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
  response.end('success');
  arrived.resolve();
}

beforeAll(async () => {
  ours = createServer((request, response) => void hear(request, response));
  base = `http://127.0.0.1:${await listen(ours, 0)}`;
  channels = await startChannels({ now: () => new Date(clock.ms) });
});
afterAll(async () => {
  await channels.stop();
  await stopServer(ours);
});
beforeEach(() => {
  heard.length = 0;
  arrived = Promise.withResolvers<void>();
});

const secret = z.object({
  accounts: z.array(
    z.object({
      mchid: z.string(),
      appid: z.string(),
      serial: z.string(),
      privateKey: z.string(),
      apiV3Keys: z.array(z.string()),
    }),
  ),
  platform: z.array(z.object({ id: z.string(), publicKey: z.string() })),
});

/** A merchant who speaks by the library: it signs for him, and believes only what WeChat has signed. */
async function merchant() {
  const { accounts, platform } = secret.parse(JSON.parse(await channels.secretOf('wechat')));
  const [account] = accounts;
  if (!account) throw new Error('no account');
  const certs = Object.fromEntries(platform.map(({ id, publicKey }) => [id, publicKey]));
  const { mchid, serial, privateKey } = account;
  const wechat = new Wechatpay({ mchid, serial, privateKey, certs, baseURL: channels.address });
  const order = (number: string) => ({
    appid: account.appid,
    mchid,
    description: '缴费',
    out_trade_no: number,
    time_expire: new Date(clock.ms + 600_000).toISOString(),
    notify_url: `${base}/notices`,
    amount: { total: 100, currency: 'CNY' },
  });
  return { wechat, account, certs, order };
}

/** What was answered, whatever the library takes it for. */
const said = async (asking: Promise<{ data: unknown }>): Promise<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).parse((await asking).data);

test('the library of the protocol places, asks and gives back; and takes every answer for WeChat’s', async () => {
  const { wechat, account, certs, order } = await merchant();
  const page = String((await said(wechat.chain('v3/pay/transactions/native').post(order('n00000001'))))['code_url']);
  expect(page).toContain('/pay/');
  const ask = () =>
    wechat
      .chain('v3/pay/transactions/out-trade-no/{number}')
      .get({ number: 'n00000001', params: { mchid: account.mchid } });
  expect((await ask()).data).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 100 } });
  expect(await (await fetch(page)).text()).toContain('¥1.00');

  await fetch(page, { method: 'POST' });
  await arrived.promise;
  expect((await ask()).data).toMatchObject({ trade_state: 'SUCCESS', out_trade_no: 'n00000001' });
  const [notice] = heard;
  const header = (name: string) => String(notice?.headers[`wechatpay-${name}`]);
  const signed = Formatter.response(header('timestamp'), header('nonce'), notice?.body);
  expect(Rsa.verify(signed, header('signature'), certs[header('serial')] ?? '')).toBe(true);
  const { resource } = JSON.parse(notice?.body ?? '');
  const key = account.apiV3Keys[0] ?? '';
  const told = Aes.AesGcm.decrypt(resource.ciphertext, key, resource.nonce, resource.associated_data);
  expect(JSON.parse(told)).toMatchObject({ out_trade_no: 'n00000001', amount: { total: 100 } });

  const back = { out_trade_no: 'n00000001', out_refund_no: 'r1', amount: { refund: 60, total: 100, currency: 'CNY' } };
  const refunds = wechat.chain('v3/refund/domestic/refunds');
  const first = await said(refunds.post(back));
  expect(first).toMatchObject({ status: 'SUCCESS', out_refund_no: 'r1' });
  expect(await said(refunds.post(back))).toEqual(first);
  const more = refunds.post({ ...back, out_refund_no: 'r2' });
  await expect(more).rejects.toMatchObject({ response: { status: 403, data: { code: 'NOT_ENOUGH' } } });
});

test('who is not known, or sends the same again, is not answered as a merchant', async () => {
  const { account, certs, order } = await merchant();
  const { mchid } = account;
  const stranger = new Wechatpay({
    mchid,
    serial: account.serial,
    certs,
    privateKey: account.privateKey,
    baseURL: channels.address,
  });
  // The library signs by the real clock, which goes on while the test runs.
  clock.ms += 900_000;
  const late = stranger.chain('v3/pay/transactions/native').post(order('n00000002'));
  await expect(late).rejects.toMatchObject({ response: { status: 401 } });
  clock.ms -= 900_000;
  const url = `${channels.address}/v3/pay/transactions/native`;
  const body = JSON.stringify(order('n00000002'));
  const nonce = Formatter.nonce();
  const time = String(Math.floor(clock.ms / 1000));
  const signature = Rsa.sign(
    Formatter.request('POST', '/v3/pay/transactions/native', time, nonce, body),
    account.privateKey,
  );
  const headers = { authorization: Formatter.authorization(mchid, nonce, signature, time, account.serial) };
  const statuses = [];
  for (const one of [1, 2]) statuses.push([one, (await fetch(url, { method: 'POST', headers, body })).status]);
  expect(statuses).toEqual([
    [1, 200],
    [2, 401],
  ]);
});

test('answers are lost, late, broken or forged on demand, and then no more', async () => {
  const { wechat, order } = await merchant();
  const place = (number: string) => wechat.chain('v3/pay/transactions/native').post(order(number), { timeout: 300 });
  for (const kind of ['slow', 'down', 'lost-reply', 'bad-signature'] as const) {
    channels.fail({ channel: 'wechat', kind, times: 1, path: '/v3/pay' });
    await expect(place(`f-${kind}`), kind).rejects.toThrow();
  }
  expect((await place('f-lost-reply')).status).toBe(200);
});

test('a payment after the end comes all the same where it is said to, and its notice can be a probe', async () => {
  const { wechat, order } = await merchant();
  const placed = await said(wechat.chain('v3/pay/transactions/native').post(order('n00000003')));
  clock.ms += 601_000;
  const page = async (query: string) =>
    (await fetch(`${String(placed['code_url'])}${query}`, { method: 'POST' })).text();
  expect(await page('')).toContain('已关闭');
  channels.fail({ channel: 'wechat', kind: 'notice-probe', times: 1 });
  expect(await page('?late=1')).toContain('已支付');
  await arrived.promise;
  expect(heard[0]?.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
});
