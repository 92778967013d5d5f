import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gbk } from '../../../localstack/channels/gbk.ts';
import { alipayHeader } from './alipay-bill.ts';
import { badOf, readWhole, rowsOf } from './read-whole.fixture.ts';

const values = (...some: string[]) => some.map((one) => `${one}\t`).join(',');
const rest = ['', '', '', '', '张*'];
const tail = ['0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00', '0.00'];
const times = ['2026-08-03 09:00:00', '2026-08-03 09:00:01'];
const paid = values(
  '2026080322',
  'a1b2c3',
  '交易',
  '登记费',
  ...times,
  ...rest,
  '10.05',
  '10.05',
  ...tail,
  '',
  '-0.06',
  '0.00',
  '',
);
const back = values(
  '2026080322',
  'a1b2c3',
  '退款',
  '登记费',
  ...times,
  ...rest,
  '-3.00',
  '-3.00',
  ...tail,
  'r9',
  '0.02',
  '0.00',
  '退',
);
const head = [
  '#支付宝业务明细查询',
  '#账号：[20881234567890120156]',
  '#起始日期：[2026年08月03日 00:00:00]   终止日期：[2026年08月04日 00:00:00]',
  '#-----业务明细列表-----',
];
const foot = [
  '#-----业务明细列表结束-----',
  '#交易合计：1笔，商家实收共10.05元，商家优惠共0.00元',
  '#退款合计：1笔，商家实收退款共-3.00元，商家优惠退款共0.00元',
  '#导出时间：[2026年08月04日 09:30:00]',
];
const text = (...lines: string[]) => `${[...head, alipayHeader, ...lines, ...foot].join('\r\n')}\r\n`;
const nameOf = (what: string) => gbk(`20881234567890120156_20260803_${what}.csv`).toString('latin1');
const zip = (csv: Uint8Array, name = nameOf('业务明细')) =>
  zipSync({ [nameOf('业务明细(汇总)')]: strToU8('#summary'), [name]: csv });

test('a bill of Alipay gives charges and refunds under our numbers, whatever tabs follow, and what it says of itself', async () => {
  const reads = await readWhole('alipay', zip(gbk(text(paid, back))));
  const same = {
    merchantNumber: '2088123456789012',
    currency: 'CNY',
    status: 'done',
    ref: '2026080322',
    at: new Date('2026-08-03T01:00:01Z'),
  };
  expect(rowsOf(reads)).toEqual([
    { ...same, line: 6, direction: 'in', number: 'a1b2c3', amountFen: 1005, feeFen: 6 },
    { ...same, line: 7, direction: 'out', number: 'r9', ofNumber: 'a1b2c3', amountFen: 300, feeFen: -2 },
  ]);
  expect(reads.at(-1)).toEqual({ totals: { rows: 2, inFen: 1005, outFen: 300 } });
});

test('a product name may hold commas; one anywhere else is another number of columns', async () => {
  const reads = await readWhole(
    'alipay',
    zip(gbk(text(paid.replace('登记费', '登记费,工本费,等'), paid.replace('张*', '张,*')))),
  );
  expect(rowsOf(reads)).toMatchObject([{ line: 6, amountFen: 1005, feeFen: 6 }]);
  expect(badOf(reads)).toEqual([{ line: 7, why: '26 columns of 25' }]);
});

test.each([
  ['of a kind that nobody knows', paid.replace('交易', '转账'), '业务类型: unknown'],
  ['of a refund without its number', back.replace('r9', ''), '退款批次号/请求号: no number'],
  ['without an amount', paid.replaceAll('10.05', '-'), '商家实收（元）: no amount'],
  ['of 24 columns', paid.slice(0, -2), '24 columns of 25'],
])('a line %s is named, and stops no other', async (_, line, why) => {
  const reads = await readWhole('alipay', zip(gbk(text(line, paid))));
  expect(badOf(reads)).toEqual([{ line: 6, why }]);
  expect(rowsOf(reads)).toMatchObject([{ line: 7 }]);
});

test('a bill of Alipay of a day without a charge is valid', async () => {
  const nothing = text()
    .replace(/：1笔/g, '：0笔')
    .replace(/共-?(10\.05|3\.00)元/g, '共0.00元');
  expect(await readWhole('alipay', zip(gbk(nothing)))).toEqual([
    { day: '2026-08-03' },
    { totals: { rows: 0, inFen: 0, outFen: 0 } },
  ]);
});

test.each([
  ['is no archive', gbk(text(paid)), 'not-a-zip'],
  ['holds no such file', zipSync({ 'a.txt': gbk(text(paid)) }), 'no-such-entry'],
  ['ends too soon', zip(gbk(text(paid, back))).subarray(0, -300), 'cut-off'],
  ['is in UTF-8', zip(strToU8(text(paid))), 'charset'],
  ['has lost its last lines', zip(gbk(text(paid).split('#交易合计')[0] ?? '')), 'cut-off'],
])('a bill of Alipay that %s is none', async (_, bytes, why) => {
  await expect(readWhole('alipay', bytes)).rejects.toMatchObject({ why });
});
