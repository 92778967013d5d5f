import { wechatHeader, wechatSummary } from '../../../services/payments/statements/wechat-bill.ts';
import { beijingTime } from '../../../services/payments/channels/beijing.ts';
import { feeYuan, signedYuan } from './yuan.ts';
import type { Told } from './told.ts';

const line = (values: readonly string[]): string => values.map((value) => `\`${value}`).join(',');

function lineOf(row: Told): string {
  const { direction, number, of, ref, merchant, amountFen, currency, status, at, name } = row;
  const isBack = direction === 'out';
  const [yuan, none] = [row.isSpoilt ? '-' : signedYuan(amountFen), '0.00'];
  const trade = isBack ? [of?.ref ?? '', of?.number ?? ''] : [ref, number];
  const back = isBack
    ? [ref, number, yuan, none, 'ORIGINAL', status === 'done' ? 'SUCCESS' : 'PROCESSING']
    : ['0', '0', none, none, '', ''];
  return line([
    beijingTime(at),
    'wx0000000000000001',
    merchant,
    '0',
    '',
    ...trade,
    'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    'NATIVE',
    isBack ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    currency,
    isBack ? none : yuan,
    none,
    ...back,
    name,
    '',
    feeYuan(row.feeFen),
    '0.60%',
    isBack ? none : yuan,
    isBack ? yuan : none,
    '',
  ]);
}

/** 交易账单 of a day: UTF-8 with a mark at its front, a header, rows, and a header and a row of sums. */
export function wechatBill(rows: readonly Told[], offFen: number): string {
  const fenOf = (of: (row: Told) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const sum = (of: (row: Told) => number): string => signedYuan(fenOf(of));
  const ins = sum((row) => (row.direction === 'in' ? row.amountFen : 0));
  const outs = sum((row) => (row.direction === 'out' ? row.amountFen : 0));
  const off = signedYuan(rows.reduce((all, row) => all + (row.direction === 'in' ? row.amountFen : 0), offFen));
  const sums = line([String(rows.length), off, outs, '0.00', feeYuan(fenOf((row) => row.feeFen)), ins, outs]);
  return `\ufeff${[wechatHeader, ...rows.map(lineOf), wechatSummary, sums].join('\r\n')}\r\n`;
}
