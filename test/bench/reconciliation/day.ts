import { createHash } from 'node:crypto';
import type { Row } from '../../../shared/table.ts';
import { shardOf } from '../../../services/payments/domain/ledger/clearing-item.ts';
import { entryWrites } from '../../../services/payments/stores/ledger.ts';
import { wechatHeader, wechatSummary } from '../../../services/payments/statements/wechat-bill.ts';
import { lineOf } from '../lists/seed.ts';

/** The days of the bench: their accounting day, and how many payments each has. */
export const days = {
  small: { day: '2026-08-02', count: 10_000 },
  large: { day: '2026-08-03', count: 1_000_000 },
} as const;
export type Size = keyof typeof days;
export const place = { channel: 'wechat', merchant: 'treasury' } as const;
export const merchantNumber = '1900000001';

const numberOf = (day: string, n: number): string => createHash('md5').update(`${day}/${n}`).digest('hex');
const fenOf = (n: number): number => 100 + (n % 97);
/** One row in ten thousand says another amount than the ledger, one is of a number that the ledger has not. */
const isOff = (n: number): boolean => n % 10_000 === 7;
const isUnknown = (n: number): boolean => n % 10_000 === 8;
export const faultsOf = (size: Size): number => (days[size].count / 10_000) * 2;

const modelNumber = 'f'.repeat(32);

/** The items of a day as captures write them, as lines of an export of the table. */
export function* itemLines(size: Size): Generator<string> {
  const { day, count } = days[size];
  const [, item] = captured(day);
  const model = lineOf(item ?? {});
  const pk = /"pk":\{"S":"[^"]*"\}/;
  for (let n = 0; n < count; n += 1) {
    if (isUnknown(n)) continue;
    const number = numberOf(day, n);
    const partition = `CLEARING#wechat#treasury#${day}#${shardOf(number).toString(16)}`;
    const text = model.replace(pk, `"pk":{"S":"${partition}"}`).replaceAll(modelNumber, number);
    yield text.replaceAll('"N":"987654321"', `"N":"${fenOf(n)}"`);
  }
}

/** The rows of one capture. */
function captured(day: string): Row[] {
  const id = '0190a5b2-0000-4000-8000-000000000001';
  const amountFen = 987_654_321;
  const line = {
    payee: 'urban',
    destination: 'treasury' as const,
    code: 'road-repair',
    subject: '103043306',
    amountFen,
  };
  const clears = { ...place, day, number: modelNumber, direction: 'in' as const, amountFen, ref: `4200${modelNumber}` };
  const legs = [
    { account: 'clearing/wechat/treasury', side: 'debit' as const, amountFen },
    { account: 'payee/urban/treasury', side: 'credit' as const, amountFen },
  ];
  const actor = { sub: 'service:payments', kind: 'service' as const, partyId: 'none' };
  const cause = { at: new Date(`${day}T04:00:00Z`), actor, office: 'x', correlationId: id, causationId: id };
  const entries = [{ kind: 'capture' as const, legs, clears: [{ ...clears, lines: [line] }] }];
  return entryWrites({ entries, of: id }, cause, { newId: () => id }).flatMap((one) => ('put' in one ? [one.put] : []));
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** The bill of a day as WeChat gives it, piece by piece. */
export function* billOf(size: Size): Generator<string> {
  const { day, count } = days[size];
  let [rows, sum] = [[] as string[], 0];
  yield `\uFEFF${wechatHeader}\r\n`;
  for (let n = 0; n < count; n += 1) {
    const [number, fen] = [numberOf(day, n), fenOf(n) + (isOff(n) ? 1 : 0)];
    sum += fen;
    const [id, amount] = [`4200${number}`, yuan(fen)];
    rows.push(
      `\`${day} 12:00:00,\`wx0000000000000001,\`${merchantNumber},\`0,\`,\`${id},\`${number},\`o0000000000000000000000000001,\`NATIVE,\`SUCCESS,\`OTHERS,\`CNY,\`${amount},\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,\`道路挖掘修复费,一期,\`,\`0.00,\`0.00%,\`${amount},\`0.00,\`\r\n`,
    );
    if (rows.length === 10_000) {
      yield rows.join('');
      rows = [];
    }
  }
  yield rows.join('');
  yield `${wechatSummary}\r\n\`${count},\`${yuan(sum)},\`0.00,\`0.00,\`0.00,\`${yuan(sum)},\`0.00\r\n`;
}
