import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alipayBill } from '../../../localstack/channels/statements/alipay-bill.ts';
import type { Told } from '../../../localstack/channels/statements/told.ts';
import { unionpayFile } from '../../../localstack/channels/statements/unionpay-file.ts';
import { wechatBill } from '../../../localstack/channels/statements/wechat-bill.ts';
import { badOf, readWhole, rowsOf, totalsOf } from './read-whole.fixture.ts';

const day = '2026-08-03';
const merchants = { wechat: '1900000001', alipay: '2088000000000001', unionpay: '898350100000001' } as const;
type Name = keyof typeof merchants;

/** Whatever people call what they sell; a line has no end within it. */
const nasty = fc.oneof(
  fc.string({
    unit: fc.constantFrom('`', ',', ',`', '"', '#', "'", '登', '记', ' ', '\u00a0', '😀', '﹏', '0.01', '\t'),
  }),
  fc.constantFrom(
    '登记费,`0.01,`',
    '2026-08-03 09:00:00,2026-08-03 09:00:00',
    '#交易合计：9笔',
    '总交易单数,应结订单总金额',
  ),
);
const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
const digits = fc.stringMatching(/^[0-9]{21}$/);

const told = (channel: Name) =>
  fc.record({ number: hex, ref: digits, of: fc.record({ number: hex, ref: digits }), name: nasty }).chain((said) =>
    fc
      .record({
        direction: fc.constantFrom('in' as const, 'out' as const),
        amountFen: fc.integer({ min: 0, max: 9_999_999_999 }),
        feeFen: fc.integer({ min: 0, max: 99_999 }),
        seconds: fc.integer({ min: 0, max: 86_399 }),
        status: fc.constantFrom('done' as const, 'pending' as const),
        currency: fc.constantFrom('CNY', 'USD'),
      })
      .map(({ direction, feeFen, seconds, status, currency, ...one }): Told => {
        const [isBack, isWechat] = [direction === 'out', channel === 'wechat'];
        const at = new Date(Date.parse(`${day}T00:00:00+08:00`) + seconds * 1000);
        const words = isWechat
          ? { currency, status: isBack ? status : ('done' as const) }
          : ({ currency: 'CNY', status: 'done' } as const);
        return {
          ...said,
          ...one,
          ...words,
          direction,
          at,
          merchant: merchants[channel],
          feeFen: isBack ? 0 - feeFen : feeFen,
        };
      }),
  );

const writers: Record<Name, (rows: readonly Told[]) => Uint8Array> = {
  wechat: (rows) => Buffer.from(wechatBill(rows, 0)),
  alipay: (rows) => alipayBill({ channel: 'alipay', merchant: merchants.alipay, day }, rows, 0),
  unionpay: (rows) => unionpayFile({ channel: 'unionpay', merchant: merchants.unionpay, day }, rows),
};
const refOf = (channel: Name, { direction, ref, of }: Told) =>
  channel === 'alipay' && direction === 'out' ? of?.ref : ref;

const sumOf = (rows: readonly Told[], of: (row: Told) => number) => rows.reduce((sum, row) => sum + of(row), 0);

test.each(['wechat', 'alipay', 'unionpay'] as const)(
  'whatever %s writes, of whatever is called whatever, is read as it was, and comes to what the file says',
  async (channel) => {
    const some = fc.array(told(channel), { maxLength: 12 });
    const property = fc.asyncProperty(some, fc.integer({ min: 1, max: 5000 }), async (rows, size) => {
      const reads = await readWhole(channel, writers[channel](rows), size);
      expect(badOf(reads)).toEqual([]);
      expect(rowsOf(reads)).toMatchObject(
        rows.map((row) => ({
          direction: row.direction,
          number: row.number,
          ref: refOf(channel, row),
          merchantNumber: row.merchant,
          amountFen: row.amountFen,
          feeFen: row.feeFen,
          currency: row.currency,
          status: row.status,
          at: row.at,
        })),
      );
      const inFen = sumOf(rows, (row) => (row.direction === 'in' ? row.amountFen : 0));
      const outFen = sumOf(rows, (row) => (row.direction === 'out' ? row.amountFen : 0));
      const said = { rows: rows.length, inFen, outFen };
      expect(totalsOf(reads)).toMatchObject(channel === 'unionpay' ? [] : [said]);
    });
    await fc.assert(property, { numRuns: 60 });
  },
);
