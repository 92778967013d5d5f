import { unionpayColumns, unionpayWidths } from '../../../services/payments/statements/unionpay-file.ts';
import { beijingDigits } from '../../../services/payments/channels/beijing.ts';
import type { Told, Which } from './told.ts';
import { zipOf } from './zip.ts';

const fenOf = (fen: number): string => String(fen).padStart(12, '0');
/** D is what the merchant pays, C what it is given. */
const sided = (fen: number): string => `${fen < 0 ? 'C' : 'D'}${fenOf(Math.abs(fen))}`;

function lineOf({ direction, number, of, ref, merchant, amountFen, feeFen, at, isSpoilt }: Told): string {
  const isIn = direction === 'in';
  const { time, amount, fee, settled, kind, order, merchant: whose } = unionpayColumns;
  const netFen = (isIn ? amountFen : -amountFen) - feeFen;
  const values: Record<number, string> = {
    0: isIn ? 'S22' : 'S30',
    [time]: beijingDigits(at).slice(4),
    [amount]: isSpoilt ? '-'.repeat(12) : fenOf(amountFen),
    [unionpayColumns.ref]: ref,
    [order]: number,
    [fee]: sided(feeFen),
    [settled]: sided(0 - netFen),
    [kind]: isIn ? '01' : '04',
    [unionpayColumns.of]: of?.ref ?? '',
    [whose]: merchant,
  };
  return unionpayWidths.map((width, n) => (values[n] ?? '').slice(0, width).padEnd(width)).join(' ');
}

/** The zip of a day of clearing: what was cleared, and adjustments, of which there are none. It has no sums. */
export function unionpayFile({ merchant, day }: Which, rows: readonly Told[]): Uint8Array {
  const name = (kind: string) => Buffer.from(`INN${day.slice(2).replaceAll('-', '')}88${kind}_${merchant}`);
  return zipOf([
    [name('ZM'), Buffer.from(rows.map((row) => `${lineOf(row)}\r\n`).join(''), 'latin1')],
    [name('ZME'), Buffer.alloc(0)],
  ]);
}
