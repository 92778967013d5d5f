import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { AlipaySdk } from 'alipay-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { listen, stopServer } from '../server.ts';
import { startChannels, type Channels } from './channels.ts';

const heard: string[] = [];
let channels: Channels;
let ours: Server;
let base = '';
let arrived = Promise.withResolvers<void>();

async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push(await text(request));
  response.end('success');
  arrived.resolve();
}

beforeAll(async () => {
  ours = createServer((request, response) => void hear(request, response));
  base = `http://127.0.0.1:${await listen(ours, 0)}`;
  channels = await startChannels({ now: () => new Date() });
});
afterAll(async () => {
  await channels.stop();
  await stopServer(ours);
});

const secret = z.object({
  accounts: z.array(z.object({ appId: z.string(), privateKey: z.string(), alipayKeys: z.array(z.string()) })),
});

/** A merchant who speaks by Alipay's own library, which believes only what Alipay has signed. */
async function library() {
  const [account] = secret.parse(JSON.parse(await channels.secretOf('alipay'))).accounts;
  if (!account) throw new Error('no account');
  const { appId, privateKey, alipayKeys } = account;
  const keys = { privateKey, keyType: 'PKCS8' as const, alipayPublicKey: alipayKeys[0] ?? '' };
  const alipay = new AlipaySdk({ appId, ...keys, gateway: `${channels.address}/gateway.do` });
  const call = async (method: string, bizContent: object): Promise<Record<string, unknown>> => ({
    ...(await alipay.exec(method, { bizContent, notifyUrl: `${base}/notices` }, { validateSign: true })),
  });
  return { alipay, call };
}

const order = (number: string) => ({
  out_trade_no: number,
  total_amount: '1.00',
  subject: '缴费',
  product_code: 'QR_CODE_OFFLINE',
  time_expire: '2099-01-01 00:00:00',
});

test('Alipay’s own library makes a code, asks, gives back, and takes every answer and notice for Alipay’s', async () => {
  const { alipay, call } = await library();
  const made = await call('alipay.trade.precreate', order('a1'));
  const ask = () => call('alipay.trade.query', { out_trade_no: 'a1' });
  expect(await ask()).toMatchObject({ code: '40004', subCode: 'ACQ.TRADE_NOT_EXIST' });
  await fetch(String(made['qrCode']));
  expect(await ask()).toMatchObject({ code: '10000', tradeStatus: 'WAIT_BUYER_PAY' });

  await fetch(String(made['qrCode']), { method: 'POST' });
  await arrived.promise;
  expect(await ask()).toMatchObject({ tradeStatus: 'TRADE_SUCCESS', totalAmount: '1.00' });
  const notice = Object.fromEntries(new URLSearchParams(heard[0]));
  expect(notice).toMatchObject({ out_trade_no: 'a1', trade_status: 'TRADE_SUCCESS', total_amount: '1.00' });
  expect(alipay.checkNotifySignV2(notice)).toBe(true);

  const back = { out_trade_no: 'a1', out_request_no: 'r1', refund_amount: '0.60' };
  expect(await call('alipay.trade.refund', back)).toMatchObject({ code: '10000', fundChange: 'Y' });
  expect(await call('alipay.trade.refund', back)).toMatchObject({ code: '10000', fundChange: 'N' });
  const stands = await call('alipay.trade.fastpay.refund.query', { out_trade_no: 'a1', out_request_no: 'r1' });
  expect(stands).toMatchObject({ refundStatus: 'REFUND_SUCCESS', refundAmount: '0.60' });
  const more = await call('alipay.trade.refund', { ...back, out_request_no: 'r2' });
  expect(more['subCode']).toBe('ACQ.REASON_TRADE_REFUND_FEE_ERR');
});

test('a page of the library’s is opened by its payer; one that somebody else has signed is not', async () => {
  const { alipay } = await library();
  const wish = { bizContent: order('a2'), notifyUrl: `${base}/notices` };
  const url = alipay.pageExecute('alipay.trade.page.pay', 'GET', wish);
  expect(await (await fetch(url)).text()).toContain('¥1.00');
  expect(await (await fetch(url.replace('1.00', '0.01'))).text()).toContain('isv.invalid-signature');
});
