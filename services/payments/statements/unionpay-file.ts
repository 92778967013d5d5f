import type { Read } from '../domain/reconciliation/row.ts';
import { beijingIn } from '../channels/beijing.ts';
import { linesOf, type Line } from './text-lines.ts';
import { entryOf } from './unpacked.ts';

/**
 * 商户对账文件, as its interface specification (第3部分 文件接口, 6.1 ZM) has it: values of fixed width with one byte between them. Only
 * what has gone through and is cleared stands in it. Amounts are fen; the fee begins with D where the merchant pays it, and C where it
 * is given back.
 */
export const unionpayWidths = [
  3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13, 13,
  8, 32, 13, 13, 12, 2, 1, 32, 98,
] as const;
export const unionpayColumns = {
  time: 4,
  amount: 6,
  ref: 9,
  order: 11,
  fee: 15,
  settled: 16,
  kind: 19,
  of: 26,
  merchant: 27,
};
const starts = unionpayWidths.map((_, n) => unionpayWidths.slice(0, n).reduce((sum, width) => sum + width + 1, 0));
const lineLength = unionpayWidths.reduce((sum, width) => sum + width + 1, -1);

/** `INN26080388ZM_898350100000001`: the day of clearing, and whose it is. `ZME` holds adjustments, and is another. */
const entryName = /(?:^|\/)INN(\d{2})(\d{2})(\d{2})\d{2}ZM_\d{15}/;

export async function* readUnionpayFile(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read, void> {
  let day = { year: 0, monthAndDay: '', written: '' };
  const isWanted = (name: string): boolean => {
    const [, year, month, date] = entryName.exec(name) ?? [];
    const written = `20${year}-${month}-${date}`;
    day = year === undefined ? day : { year: 2000 + Number(year), monthAndDay: `${month}${date}`, written };
    return year !== undefined;
  };
  // Single bytes: what is wider than one stands behind all that is read.
  for await (const lines of linesOf(entryOf(bytes, isWanted), 'latin1')) {
    for (const line of lines) if (line.text !== '') yield rowIn(line, day);
  }
  yield { day: day.written };
}

function rowIn({ n: line, text = '' }: Line, day: { year: number; monthAndDay: string }): Read {
  const bad = (why: string): Read => ({ bad: { line, why } });
  if (text.length !== lineLength) return bad(`${text.length} bytes of ${lineLength}`);
  const value = (column: keyof typeof unionpayColumns): string => {
    const [n, from] = [unionpayColumns[column], starts[unionpayColumns[column]] ?? 0];
    return text.slice(from, from + (unionpayWidths[n] ?? 0)).trim();
  };
  const [kind, number, merchantNumber, amount] = [value('kind'), value('order'), value('merchant'), value('amount')];
  const at = timeIn(value('time'), day);
  const feeFen = feeIn(value('fee'));
  if (kind !== '01' && kind !== '04' && kind !== '31') return bad('交易类型: unknown');
  if (!at) return bad('交易传输时间: no time');
  if (number === '') return bad('商户订单号: no number');
  if (!/^\d{12}$/.test(amount)) return bad('交易金额: no amount');
  if (feeFen === undefined) return bad('商户手续费: no amount');
  if (merchantNumber === '') return bad('商户代码: none');
  const said = { line, number, ref: value('ref'), merchantNumber, amountFen: Number(amount), feeFen, at };
  return { row: { ...said, direction: kind === '01' ? 'in' : 'out', currency: 'CNY', status: 'done' } };
}

/** `D000000000060`. */
function feeIn(text: string): number | undefined {
  const [, side, fen] = /^([CD])(\d{12})$/.exec(text) ?? [];
  if (fen === undefined) return undefined;
  return side === 'D' ? Number(fen) : 0 - Number(fen);
}

/** Times have no year: what is cleared on a day was made on it or before. */
function timeIn(text: string, { year, monthAndDay }: { year: number; monthAndDay: string }): Date | undefined {
  return beijingIn(`${text.slice(0, 4) > monthAndDay ? year - 1 : year}${text}`);
}
