import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { channelHouse, type House } from '../../test/support/channels.ts';
import { merchantKeys } from '../../localstack/channels/keys.ts';
import type { ChannelName } from '../../localstack/channels/till.ts';
import { ChannelSilent, type Channel } from './channels/channel.ts';
import type { Read } from './domain/reconciliation/row.ts';
import { readerOf } from './statements/readers.ts';

const names = ['wechat', 'alipay', 'unionpay'] as const;
const day = '2026-08-03';
const merchants = { wechat: '1900000001', alipay: '2088000000000001', unionpay: '898350100000001' } as const;
const clock = { now: new Date() };
let house: House;
beforeEach(() => {
  clock.now = new Date('2026-08-03T01:00:00Z');
  house = channelHouse(() => clock.now);
});

const at = (time: string) => void (clock.now = new Date(time));
const nextMorning = () => at('2026-08-04T02:00:00Z');
const channelOf = (name: string): Channel => house.channels.get(name)!;
const asked = (name: ChannelName, on = day) => channelOf(name).statement!({ merchant: 'treasury', day: on });

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function pay(channel: ChannelName, number: string, amountFen: number) {
  const shares = [{ number, merchant: merchants[channel], amountFen }];
  const about = {
    channel,
    number,
    expiresAt: new Date(clock.now.getTime() + 60_000),
    noticeUrl: '',
    returnUrl: '',
    said: {},
  };
  const held = house.till.place({ ...about, shares });
  house.till.pay(held);
  return held;
}

function giveBack(held: ReturnType<typeof pay>, number: string, amountFen: number) {
  const [share] = held.shares;
  house.till.refund(held, { number, share: share!, amountFen, noticeUrl: '', said: {} });
}

async function bytesOf(name: ChannelName, on = day): Promise<Buffer> {
  const given = await asked(name, on);
  if (typeof given === 'string') throw new Error(given);
  const pieces: Uint8Array[] = [];
  for await (const piece of given.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function rowsOf(name: ChannelName, on = day): Promise<Read[]> {
  const bytes = await bytesOf(name, on);
  const reads: Read[] = [];
  const whole = (async function* () {
    yield bytes;
  })();
  for await (const read of readerOf(name)!(whole)) reads.push(read);
  return reads;
}

const said = (reads: Read[]) =>
  reads.flatMap((one) =>
    'row' in one ? [[one.row.direction, one.row.number, one.row.amountFen, one.row.feeFen]] : [],
  );

test.each(names)(
  '%s writes a statement of what a merchant has taken and given back that day, and nothing else',
  async (name) => {
    const held = pay(name, 'a'.repeat(32), 10_000);
    giveBack(held, 'b'.repeat(32), 1000);
    at('2026-08-04T01:00:00Z');
    pay(name, 'c'.repeat(32), 1);
    nextMorning();
    const back = name === 'wechat' ? -6 : 0;
    expect(said(await rowsOf(name))).toEqual([
      ['in', 'a'.repeat(32), 10_000, 60],
      ['out', 'b'.repeat(32), 1000, back],
    ]);
  },
);

test.each(names)('a statement of %s of a day on which nothing was paid is empty, and not absent', async (name) => {
  nextMorning();
  const reads = await rowsOf(name);
  const [said, totals] = [{ day }, { totals: expect.objectContaining({ rows: 0, inFen: 0 }) }];
  expect(reads).toEqual({ wechat: [totals], alipay: [said, totals], unionpay: [said] }[name]);
});

test.each([
  ['wechat', 'not-yet'],
  ['alipay', 'none'],
  ['unionpay', 'none'],
] as const)('%s has no statement before ten in the morning, nor when it is late, and says so', async (name, word) => {
  at('2026-08-04T01:59:59Z');
  expect(await asked(name)).toBe(word);
  nextMorning();
  house.faults.add({ channel: name, kind: 'statement-late', times: 1 });
  expect(await asked(name)).toBe(word);
  expect(await asked(name)).toHaveProperty('bytes');
});

test.each(names)('a file of %s that is not whole, or not what was promised, is no file', async (name) => {
  pay(name, 'a'.repeat(32), 10_000);
  nextMorning();
  house.faults.add({ channel: name, kind: 'statement-broken', times: 1 });
  await expect(bytesOf(name)).rejects.toThrow(ChannelSilent);
  expect((await bytesOf(name)).length).toBeGreaterThan(100);
});

test.each(['wechat', 'alipay'] as const)(
  'an address of %s that has expired gives nothing, and another is asked for',
  async (name) => {
    nextMorning();
    house.faults.add({ channel: name, kind: 'link-expired', times: 1 });
    await expect(bytesOf(name)).rejects.toThrow(ChannelSilent);
    expect((await bytesOf(name)).length).toBeGreaterThan(100);
  },
);

test.each(names)('what stops on its way from %s, or is signed by somebody else, is no statement', async (name) => {
  nextMorning();
  house.fail('forged');
  await expect(asked(name)).rejects.toThrow(ChannelSilent);
  house.fail('lost-reply');
  await expect(asked(name)).rejects.toThrow(ChannelSilent);
});

test.each(names)('the same statement of %s is the same file each time', async (name) => {
  pay(name, 'a'.repeat(32), 10_000);
  nextMorning();
  expect(hash(await bytesOf(name))).toBe(hash(await bytesOf(name)));
});

test('each merchant of each channel has statements of his own', () => {
  for (const name of names) expect(channelOf(name).merchants).toEqual([...merchantKeys]);
});

test('what is paid by UnionPay after eleven is cleared on the next day, in its statement and in what it says of the payment', async () => {
  at('2026-08-03T15:30:00Z');
  const charge = { number: 'd'.repeat(32), way: 'qr', amountFen: 700, description: 'x', begunAt: clock.now };
  const parts = [{ number: charge.number, merchant: 'treasury', amountFen: 700 }];
  const expiresAt = new Date(clock.now.getTime() + 60_000);
  await channelOf('unionpay').begin({ ...charge, parts, expiresAt });
  house.till.pay(house.till.found('unionpay', charge.number)!);
  const standing = await channelOf('unionpay').ask({ ...charge, parts, expiresAt });
  expect(standing).toMatchObject({ state: 'paid', day: '2026-08-04', at: new Date('2026-08-03T15:30:00Z') });
  at('2026-08-05T02:00:00Z');
  expect(said(await rowsOf('unionpay'))).toEqual([]);
  expect(said(await rowsOf('unionpay', '2026-08-04'))).toEqual([['in', charge.number, 700, 4]]);
});
