import { describe, expect, test } from 'vitest';
import { gbk } from '../../../localstack/channels/gbk.ts';
import { badOf, readWhole, rowsOf } from './read-whole.fixture.ts';

describe('a statement of a bank', () => {
  const text = [
    '流水号,交易日期,交易时间,借贷方向,金额,对方户名,摘要',
    'B1,2026-08-04,11:20:00,贷,1204.33,财付通支付科技有限公司,20260803微信结算款',
    'B2,20260804,112500,借,3.50,"省财政厅 ""国库""",缴库',
    'B3,2026-08-04,,贷,8.00,"银联,商务",2026-08-03 清算',
    'B4,2026-08-04,12:00:00,贷,9.00,张三,汇款',
  ].join('\r\n');

  test('finds its columns by name, and says which channel pays and of which day, but nobody’s name', async () => {
    const rows = rowsOf(await readWhole('bank', `\ufeff${text}\r\n`));
    expect(rows.map(({ number, direction, amountFen, about }) => [number, direction, amountFen, about])).toEqual([
      ['B1', 'in', 120_433, { channel: 'wechat', day: '2026-08-03' }],
      ['B2', 'out', 350, {}],
      ['B3', 'in', 800, { channel: 'unionpay', day: '2026-08-03' }],
      ['B4', 'in', 900, {}],
    ]);
    expect(rows[0]?.at).toEqual(new Date('2026-08-04T03:20:00Z'));
    expect(JSON.stringify(rows)).not.toContain('张三');
  });

  test('is read alike in GBK and in UTF-8', async () => {
    expect(await readWhole('bank', gbk(text))).toEqual(await readWhole('bank', text));
  });

  test('a line of another number of columns, or with quotes that do not end, is named', async () => {
    const reads = await readWhole(
      'bank',
      `${text}\r\nB5,2026-08-04\r\nB6,2026-08-04,,贷,1.00,"x,y\r\nB7,2026-08-04,,贷,1.00,,\r\n`,
    );
    expect(badOf(reads)).toEqual([
      { line: 6, why: '2 columns of 7' },
      { line: 7, why: 'open quotes' },
    ]);
    expect(rowsOf(reads).at(-1)).toMatchObject({ number: 'B7' });
  });
});
