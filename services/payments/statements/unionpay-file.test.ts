import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gbk } from '../../../localstack/channels/gbk.ts';
import { badOf, readWhole, rowsOf } from './read-whole.fixture.ts';
import { unionpayWidths } from './unionpay-file.ts';

const line = (values: Record<number, string>) =>
  unionpayWidths.map((width, n) => (values[n] ?? '').padEnd(width)).join(' ');
const paid = {
  0: 'S22',
  4: '0803090001',
  6: '000000001005',
  9: '202608030900018888888',
  11: 'a1b2c3d4',
  15: 'D000000000006',
  19: '01',
  27: '898350100000001',
};
const zip = (text: string | Uint8Array, name = 'INN26080388ZM_898350100000001') =>
  zipSync({
    INN26080388ZME_898350100000001: strToU8('x'),
    [name]: typeof text === 'string' ? Buffer.from(text, 'latin1') : text,
  });
const same = { currency: 'CNY', status: 'done', merchantNumber: '898350100000001', ref: '202608030900018888888' };

test('a file of UnionPay gives charges and refunds by the width of their values, and the year by its name', async () => {
  const back = { ...paid, 4: '0803235959', 11: 'r9r9r9r9', 15: 'C000000000002', 19: '04' };
  const reads = await readWhole('unionpay', zip(`${line(paid)}\r\n${line(back)}\r\n`));
  expect(reads).toEqual([
    {
      row: {
        ...same,
        line: 1,
        direction: 'in',
        number: 'a1b2c3d4',
        amountFen: 1005,
        feeFen: 6,
        at: new Date('2026-08-03T01:00:01Z'),
      },
    },
    {
      row: {
        ...same,
        line: 2,
        direction: 'out',
        number: 'r9r9r9r9',
        amountFen: 1005,
        feeFen: -2,
        at: new Date('2026-08-03T15:59:59Z'),
      },
    },
    { day: '2026-08-03' },
  ]);
});

test('what was paid in the old year and is cleared in the new one has the old year', async () => {
  const reads = await readWhole('unionpay', zip(line({ ...paid, 4: '1231233000' }), 'INN26010188ZM_898350100000001'));
  expect(rowsOf(reads)).toMatchObject([{ at: new Date('2025-12-31T15:30:00Z') }]);
});

test('names of other houses may take two bytes a character, and move nothing', async () => {
  const bytes = Buffer.from(line({ ...paid, 30: 'X'.repeat(32) }), 'latin1');
  gbk('市民服务中心').copy(bytes, bytes.indexOf('XXXX'));
  expect(rowsOf(await readWhole('unionpay', zip(bytes)))).toMatchObject([{ amountFen: 1005 }]);
});

test.each([
  ['of another length', line(paid).slice(0, -1), `${line(paid).length - 1} bytes of ${line(paid).length}`],
  ['of a kind that nobody knows', line({ ...paid, 19: '99' }), '交易类型: unknown'],
  ['without an amount', line({ ...paid, 6: '' }), '交易金额: no amount'],
  ['with a fee without its side', line({ ...paid, 15: '0000000000006' }), '商户手续费: no amount'],
])('a line %s is named, and stops no other', async (_, bad, why) => {
  const reads = await readWhole('unionpay', zip(`${bad}\r\n${line(paid)}\r\n`));
  expect(badOf(reads)).toEqual([{ line: 1, why }]);
  expect(rowsOf(reads)).toMatchObject([{ line: 2 }]);
});

test('a file of UnionPay of a day without a charge is empty, and one of adjustments alone is none', async () => {
  expect(await readWhole('unionpay', zip(''))).toEqual([{ day: '2026-08-03' }]);
  await expect(readWhole('unionpay', zip('', 'other'))).rejects.toMatchObject({ why: 'no-such-entry' });
});
