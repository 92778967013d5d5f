import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gbk } from '../../../localstack/channels/gbk.ts';
import { badOf, readWhole, rowsOf, totalsOf } from './read-whole.fixture.ts';
import { wechatHeader, wechatSummary } from './wechat-bill.ts';

const paid =
  '`2026-08-03 09:00:01,`wx01,`1900000001,`0,`,`4200001,`a1b2c3,`oUpF8,`NATIVE,`SUCCESS,`OTHERS,`CNY,`10.05,`0.00,`0,`0,`0.00,`0.00,`,`,`登记费, 工本费,`办件 7,`0.06,`0.60%,`10.05,`0.00,`';
const back =
  '`2026-08-03 18:30:00,`wx01,`1900000001,`0,`,`4200001,`a1b2c3,`oUpF8,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5000002,`r9,`3.00,`0.00,`ORIGINAL,`SUCCESS,`登记费,`,`-0.02,`0.60%,`0.00,`3.00,`';
const sums = '`2,`10.05,`3.00,`0.00,`0.04,`10.05,`3.00';
const bill = (...lines: string[]) => `\ufeff${[wechatHeader, ...lines].join('\r\n')}\r\n`;

test('a bill of WeChat gives charges and refunds under our numbers in fen, commas in a product name or not, and what it says of itself', async () => {
  const reads = await readWhole('wechat', bill(paid, back, wechatSummary, sums));
  expect(rowsOf(reads)).toEqual([
    {
      line: 2,
      direction: 'in',
      number: 'a1b2c3',
      ref: '4200001',
      merchantNumber: '1900000001',
      amountFen: 1005,
      feeFen: 6,
      currency: 'CNY',
      status: 'done',
      at: new Date('2026-08-03T01:00:01Z'),
    },
    {
      line: 3,
      direction: 'out',
      number: 'r9',
      ofNumber: 'a1b2c3',
      ref: '5000002',
      merchantNumber: '1900000001',
      amountFen: 300,
      feeFen: -2,
      currency: 'CNY',
      status: 'done',
      at: new Date('2026-08-03T10:30:00Z'),
    },
  ]);
  expect(reads.at(-1)).toEqual({ totals: { rows: 2, inFen: 1005, outFen: 300, feeFen: 4 } });
});

test('a bill of WeChat is read alike as gzip, and wherever its pieces end', async () => {
  const text = bill(paid, back, wechatSummary, sums);
  const whole = await readWhole('wechat', text, 1_000_000);
  for (const size of [1, 2, 3, 700]) expect(await readWhole('wechat', text, size)).toEqual(whole);
  expect(await readWhole('wechat', gzipSync(text))).toEqual(whole);
});

test('a bill of WeChat of a day without a charge has a header and a sum of nothing', async () => {
  const nothing = '`0,`0.00,`0.00,`0.00,`0.00,`0.00,`0.00';
  expect(await readWhole('wechat', bill(wechatSummary, nothing))).toEqual([
    { totals: { rows: 0, inFen: 0, outFen: 0, feeFen: 0 } },
  ]);
});

test('fees stand there with five decimals; what is below a fen is rounded, and makes no difference to what the file says of itself', async () => {
  const fees = ['0.06400', '0.06400', '0.00500'];
  const rows = fees.map((fee) => paid.replace('`0.06,', `\`${fee},`));
  const sum = sums.replace('`0.04', '`0.13300');
  const reads = await readWhole('wechat', bill(...rows, wechatSummary, sum));
  expect(rowsOf(reads).map(({ feeFen }) => feeFen)).toEqual([6, 6, 1]);
  expect(reads.at(-1)).toMatchObject({ totals: { feeFen: 13 } });
  const other = await readWhole('wechat', bill(...rows, wechatSummary, sums.replace('`0.04', '`0.15300')));
  expect(other.at(-1)).toMatchObject({ totals: { feeFen: 15 } });
});

test('one channel number on two merchant orders is two rows', async () => {
  const other = paid.replace('a1b2c3', 'd4e5f6');
  const rows = rowsOf(await readWhole('wechat', bill(paid, other, wechatSummary, sums)));
  expect(rows.map(({ number, ref }) => [number, ref])).toEqual([
    ['a1b2c3', '4200001'],
    ['d4e5f6', '4200001'],
  ]);
});

test.each([
  ['26 columns', paid.split(',`').slice(0, -1).join(',`'), '26 columns of 27'],
  ['an amount that is none', paid.replace('`10.05,`0.00,`0,', '`10.5.1,`0.00,`0,'), '应结订单金额: no amount'],
  ['three decimals', paid.replace('`10.05,`0.00,`0,', '`10.051,`0.00,`0,'), '应结订单金额: no amount'],
  ['a state that nobody knows', paid.replace('SUCCESS', 'HALFWAY'), '交易状态: unknown'],
  ['a refund in an unknown state', back.replace('`SUCCESS,`登', '`SOON,`登'), '退款状态: unknown'],
  ['no number', paid.replace('a1b2c3', ''), '商户订单号: no number'],
  ['a time that is none', paid.replace('09:00:01', '09:61:01'), '交易时间: no time'],
  ['a fee that is none', paid.replace('`0.06', '`free'), '手续费: no amount'],
  ['a fee of six decimals', paid.replace('`0.06', '`0.060001'), '手续费: no amount'],
  ['values without backticks', paid.replaceAll('`', ''), 'no backtick'],
])('a line with %s is named, and stops no other', async (_, line, why) => {
  const reads = await readWhole('wechat', bill(line, paid, wechatSummary, sums));
  expect(badOf(reads)).toEqual([{ line: 2, why }]);
  expect(rowsOf(reads)).toMatchObject([{ line: 3, number: 'a1b2c3' }]);
  expect(totalsOf(reads)).toHaveLength(1);
});

test('a line in another charset is named, and stops no other', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${wechatHeader}\r\n`),
    gbk(`${paid}\r\n`),
    Buffer.from(bill(paid, wechatSummary, sums).split('\r\n').slice(1).join('\r\n')),
  ]);
  const reads = await readWhole('wechat', bytes);
  expect(badOf(reads)).toEqual([{ line: 2, why: 'not UTF-8' }]);
  expect(rowsOf(reads)).toMatchObject([{ line: 3 }]);
});

test('a refund that is under way or has failed says so', async () => {
  const states = ['PROCESSING', 'CHANGE', 'CLOSED'].map((one) => back.replace('`SUCCESS,`登', `\`${one},\`登`));
  const rows = rowsOf(await readWhole('wechat', bill(...states, wechatSummary, sums)));
  expect(rows.map(({ status }) => status)).toEqual(['pending', 'failed', 'closed']);
});
