import type { FileTotals, Read, StatementRow } from '../domain/reconciliation/row.ts';
import { beijingIn } from '../channels/beijing.ts';
import { milliFenOf, roundedFen, signedFenOf } from '../channels/yuan.ts';
import { linesOf, type Line } from './text-lines.ts';
import { gunzipped } from './unpacked.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** 交易账单 (bill_type=ALL): 27 columns. */
export const wechatHeader =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const columns = wechatHeader.split(',').length;
export const wechatSummary =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

type Place = 'header' | 'rows' | 'summary' | 'end';

/** What rounding its fees to a fen has left out of the rows, in thousandths of a fen: their sum in the file has it. */
interface Rounding {
  milliFen: number;
}

/** UTF-8 with CRLF; every value after a backtick and none in quotes, so that commas within a value say nothing. */
export async function* readWechatBill(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read, void> {
  let place: Place = 'header';
  const rounding: Rounding = { milliFen: 0 };
  for await (const lines of linesOf(gunzipped(bytes), 'utf-8')) {
    for (const line of lines) {
      if (line.text === '') continue;
      if (place === 'header') place = afterHeader(line);
      else if (line.text === wechatSummary) place = 'summary';
      else if (place === 'summary') {
        yield { totals: totalsIn(line, rounding) };
        place = 'end';
      } else yield rowIn(line, rounding);
    }
  }
  if (place !== 'end') throw new UnreadableFile(place === 'header' ? 'header' : 'cut-off');
}

function afterHeader({ text }: Line): Place {
  if (text !== wechatHeader) throw new UnreadableFile(text === undefined ? 'charset' : 'header');
  return 'rows';
}

const valuesOf = (text: string): string[] => text.slice(1).split(',`');

function totalsIn({ text }: Line, { milliFen: lost }: Rounding): FileTotals {
  const [rows = '', ins = '', outs = '', , fees = ''] = text?.startsWith('`') ? valuesOf(text) : [];
  const [inFen, outFen, fee] = [signedFenOf(ins), signedFenOf(outs), milliFenOf(fees)];
  if (!/^\d{1,9}$/.test(rows) || inFen === undefined || outFen === undefined || fee === undefined) {
    throw new UnreadableFile('cut-off');
  }
  return { rows: Number(rows), inFen, outFen, feeFen: roundedFen(fee - lost) };
}

const backStates: Readonly<Record<string, StatementRow['status']>> = {
  SUCCESS: 'done',
  PROCESSING: 'pending',
  CHANGE: 'failed',
  FAIL: 'failed',
  CLOSED: 'closed',
};

function rowIn({ n: line, text }: Line, rounding: Rounding): Read {
  const bad = (why: string): Read => ({ bad: { line, why } });
  if (text === undefined) return bad('not UTF-8');
  if (!text.startsWith('`')) return bad('no backtick');
  const values = valuesOf(text);
  // The names of goods and what merchants add are free text: should they hold ",`", what stands before and after them is still sure.
  if (values.length < columns) return bad(`${values.length} columns of ${columns}`);
  const [time = '', , merchantNumber = '', , , ref = '', order = '', , , state = '', , currency = ''] = values;
  const isBack = state === 'REFUND' || state === 'REVOKED';
  if (!isBack && state !== 'SUCCESS') return bad('交易状态: unknown');
  const [backRef = '', back = '', backYuan = '', , , backState = ''] = values.slice(14, 20);
  const status = isBack ? backStates[backState] : 'done';
  if (!status) return bad('退款状态: unknown');
  const [number, amountFen] = [isBack ? back : order, signedFenOf(isBack ? backYuan : (values[12] ?? ''))];
  const [fee, at] = [milliFenOf(values.at(-5) ?? ''), beijingIn(time)];
  if (!at) return bad('交易时间: no time');
  if (number === '' || number.length > 64) return bad(isBack ? '商户退款单号: no number' : '商户订单号: no number');
  if (amountFen === undefined || amountFen < 0) return bad(isBack ? '退款金额: no amount' : '应结订单金额: no amount');
  if (fee === undefined) return bad('手续费: no amount');
  if (merchantNumber === '') return bad('商户号: none');
  const feeFen = roundedFen(fee);
  rounding.milliFen += fee - feeFen * 1000;
  const said = { line, number, merchantNumber, amountFen, feeFen, currency, status, at };
  return {
    row: isBack ? { ...said, direction: 'out', ofNumber: order, ref: backRef } : { ...said, direction: 'in', ref },
  };
}
