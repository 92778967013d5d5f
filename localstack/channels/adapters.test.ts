import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChannelSilent, type Channel, type Charge } from '../../services/payments/channels/channel.ts';
import { configuredChannels } from '../../services/payments/channels/configured.ts';
import type { Shown } from '../../services/payments/domain/order/channel-words.ts';
import { alipayMerchants } from './alipay-house.ts';
import { startChannels, type Channels } from './channels.ts';
import { answerFaults } from './faults.ts';
import { unionpayMerchants } from './unionpay-house.ts';
import { wechatMerchants } from './wechat-keys.ts';

const clock = { now: new Date('2026-08-03T01:00:00Z') };
const names = ['wechat', 'alipay', 'unionpay'] as const;
type Name = (typeof names)[number];
let channels: Channels;
let ours: Map<string, Channel>;

beforeAll(async () => {
  channels = await startChannels({ now: () => clock.now });
  const place = (merchants: Record<string, string>, secretArn: Name) => ({
    base: channels.address,
    merchants,
    secretArn,
  });
  const places = {
    wechat: place(wechatMerchants, 'wechat'),
    alipay: place(alipayMerchants, 'alipay'),
    unionpay: place(unionpayMerchants, 'unionpay'),
  };
  const world = {
    now: () => clock.now,
    newNonce: () => randomUUID().replaceAll('-', ''),
    fetch,
    timeoutMs: 400,
    // Nobody listens there: every notice is lost.
    noticeBase: 'http://127.0.0.1:1',
    returnUrl: '',
    secret: (name: string) => channels.secretOf(names.find((one) => one === name) ?? 'wechat'),
  };
  ours = new Map(configuredChannels(places, world).map((one) => [one.key, one]));
});
afterAll(() => channels.stop());

const channelOf = (name: string): Channel => {
  const found = ours.get(name);
  if (!found) throw new Error(`no channel ${name}`);
  return found;
};

function charge(way: string): Charge {
  const number = randomUUID().replaceAll('-', '');
  const times = { begunAt: clock.now, expiresAt: new Date(clock.now.getTime() + 1_800_000) };
  const parts = [{ number, merchant: 'treasury', amountFen: 12_345 }];
  return { number, way, parts, amountFen: 12_345, description: '政务服务缴费', ...times };
}

const codes = { wechat: 'native', alipay: 'precreate', unionpay: 'qr' } as const;
const pages = { wechat: 'h5', alipay: 'page', unionpay: 'page' } as const;

/** The payer opens what he is shown, and gives the address at which he pays. */
async function open(show: Shown): Promise<string> {
  if (show.kind === 'code') return show.code;
  if (show.kind === 'call') throw new Error('only an app can open that');
  const init = show.kind === 'form' ? { method: 'POST', body: new URLSearchParams(show.fields) } : {};
  const page = await (await fetch(show.url, init)).text();
  const [, path = new URL(show.url).pathname] = /action="([^"]+)"/.exec(page) ?? [];
  return `${channels.address}${path}`;
}

test.each(names)('%s is begun, asked and paid over the network, by a code and by a page', async (name) => {
  const channel = channelOf(name);
  for (const way of [codes[name], pages[name]]) {
    const one = { ...charge(way), payerAddress: '192.0.2.1' };
    const begun = await channel.begin(one);
    if (begun.state !== 'pending') throw new Error(begun.reason);
    expect(await channel.ask(one)).toEqual({ state: 'pending' });
    await fetch(await open(begun.show), { method: 'POST' });
    expect(await channel.ask(one)).toMatchObject({ state: 'paid', amountFen: 12_345, at: clock.now });
    expect(await channel.close(one)).toMatchObject({ state: 'paid' });
  }
});

test.each(names)(
  '%s that is slow, down, cut off or forged has said nothing; asked again it has done it once',
  async (name) => {
    const channel = channelOf(name);
    const one = charge(codes[name]);
    for (const kind of answerFaults) {
      channels.fail({ channel: name, kind, times: 1 });
      await expect(channel.begin(one), kind).rejects.toBeInstanceOf(ChannelSilent);
    }
    const [first, second] = [await channel.begin(one), await channel.begin(one)];
    expect(first).toEqual(second);
  },
);

test.each(names)('%s has never heard of a charge whose time is over', async (name) => {
  const one = charge(codes[name]);
  clock.now = one.expiresAt;
  expect(await channelOf(name).close(one)).toEqual({ state: 'absent' });
});
