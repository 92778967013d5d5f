import type { FileTotals, Read } from '../domain/reconciliation/row.ts';
import { beijingIn } from '../channels/beijing.ts';
import { signedFenOf } from '../channels/yuan.ts';
import { linesOf, type Line } from './text-lines.ts';
import { entryOf } from './unpacked.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** 业务明细: 25 columns. */
export const alipayHeader =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
const columns = alipayHeader.split(',').length;
/** Lines of `#`: four before the rows, and as many after them. */
const mostRemarks = 20;

/** Beside the rows of a day the archive holds their sums. */
const isDetail = (name: string): boolean => name.endsWith('.csv') && !name.includes('汇总');

/** A zip of CSV in GBK: lines of `#`, a header, rows whose values end in tabs, and lines of `#` that say what it comes to. */
export async function* readAlipayBill(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read, void> {
  const head = { merchantNumber: '', isOver: false };
  const said: string[] = [];
  for await (const lines of linesOf(entryOf(bytes, isDetail), 'gb18030')) {
    for (const line of lines) {
      const { text } = line;
      if (text?.startsWith('#')) said.push(text);
      else if (!head.isOver) {
        Object.assign(head, headIn(line, said));
        yield* dayIn(said);
      } else if (text !== '') yield rowIn(line, head.merchantNumber);
      if (said.length > mostRemarks) throw new UnreadableFile('header');
    }
  }
  if (!head.isOver) throw new UnreadableFile('header');
  yield { totals: totalsIn(said) };
}

/** The account comes as 2088… with four digits more. */
function headIn({ text }: Line, said: readonly string[]) {
  if (text === undefined) throw new UnreadableFile('charset');
  const [, merchantNumber] = said.map((one) => /^#账号：\[(\d{16})\d*\]/.exec(one)).find((one) => one !== null) ?? [];
  if (text.trimEnd() !== alipayHeader || said.length !== 4 || !merchantNumber) throw new UnreadableFile('header');
  return { merchantNumber, isOver: true };
}

/** `#起始日期：[2026年08月03日 00:00:00]   终止日期：[2026年08月04日 00:00:00]`. */
function dayIn(said: readonly string[]): Read[] {
  const [, year, month, date] =
    said.map((one) => /^#起始日期：\[(\d{4})年(\d{2})月(\d{2})日/.exec(one)).find((one) => one !== null) ?? [];
  return year === undefined ? [] : [{ day: `${year}-${month}-${date}` }];
}

/** `#交易合计：4笔，商家实收共0.04元，…` and `#退款合计：…`. */
function totalsIn(said: readonly string[]): FileTotals {
  const sums = ['交易', '退款'].map((kind) => {
    const line = said.find((one) => one.startsWith(`#${kind}合计`)) ?? '';
    const [, rows, yuan = ''] = /：(\d+)笔，商家实收(?:退款)?共(-?[\d.]+)元/.exec(line) ?? [];
    return { rows: Number(rows), fen: signedFenOf(yuan) };
  });
  const [ins, outs] = sums;
  if (ins?.fen === undefined || outs?.fen === undefined) throw new UnreadableFile('cut-off');
  return { rows: ins.rows + outs.rows, inFen: ins.fen, outFen: Math.abs(outs.fen) };
}

function rowIn({ n: line, text }: Line, merchantNumber: string): Read {
  const bad = (why: string): Read => ({ bad: { line, why } });
  if (text === undefined) return bad('not GBK');
  const split = text.split(',').map((value) => value.trim());
  const values = withoutName(split);
  if (!values) return bad(`${split.length} columns of ${columns}`);
  const [ref = '', order = '', kind = '', , ended = ''] = values;
  const [received = '', request = '', fee = ''] = [values[11], values[20], values[21]];
  const isBack = kind === '退款';
  if (!isBack && kind !== '交易') return bad('业务类型: unknown');
  const [number, said, feeFen] = [isBack ? request : order, signedFenOf(received), signedFenOf(fee)];
  const at = beijingIn(ended);
  if (!at) return bad('完成时间: no time');
  if (number === '' || number.length > 64)
    return bad(isBack ? '退款批次号/请求号: no number' : '商户订单号: no number');
  // A refund stands there below zero.
  if (said === undefined || (!isBack && said < 0)) return bad('商家实收（元）: no amount');
  if (feeFen === undefined) return bad('服务费（元）: no amount');
  const sum = { line, number, ref, merchantNumber, currency: 'CNY', status: 'done', at } as const;
  const amountFen = Math.abs(said);
  return {
    row: isBack
      ? { ...sum, direction: 'out', ofNumber: order, amountFen, feeFen: 0 - Math.abs(feeFen) }
      : { ...sum, direction: 'in', amountFen, feeFen: Math.abs(feeFen) },
  };
}

const isTime = (value: string | undefined): boolean => value !== undefined && beijingIn(value) !== undefined;

/** The values but that of 商品名称, which may hold commas: it ends where the two times begin. Undefined where the columns are not 25. */
function withoutName(split: readonly string[]): string[] | undefined {
  if (split.length === columns) return [...split.slice(0, 3), ...split.slice(4)];
  const at = split.length - (columns - 4);
  const isName = at > 4 && isTime(split[at]) && isTime(split[at + 1]);
  return isName ? [...split.slice(0, 3), ...split.slice(at)] : undefined;
}
