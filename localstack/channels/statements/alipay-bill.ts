import { alipayHeader } from '../../../services/payments/statements/alipay-bill.ts';
import { beijingTime } from '../../../services/payments/channels/beijing.ts';
import { daysAfter } from '#shared/calendar';
import { gbk } from '../gbk.ts';
import type { Told, Which } from './told.ts';
import { signedYuan } from './yuan.ts';
import { zipOf } from './zip.ts';

function lineOf(row: Told): string {
  const { direction, number, of, ref, amountFen, at, name } = row;
  const isBack = direction === 'out';
  const yuan = row.isSpoilt ? '-' : signedYuan(isBack ? -amountFen : amountFen);
  const none = '0.00';
  const fee = signedYuan(0 - row.feeFen);
  const values = [
    isBack ? (of?.ref ?? '') : ref,
    isBack ? (of?.number ?? '') : number,
    isBack ? '退款' : '交易',
    name,
    beijingTime(at),
    beijingTime(at),
    '',
    '',
    '',
    '',
    '*民(***@example.com)',
    yuan,
    yuan,
    none,
    none,
    none,
    none,
    none,
    '',
    none,
    none,
    isBack ? number : '',
    fee,
    none,
    '',
  ];
  return values.map((value) => `${value}\t`).join(',');
}

const written = (day: string): string => `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日`;

/** A zip with 业务明细 of the day and its 汇总, in GBK with names in GBK; the account has four digits more than the merchant's number. */
export function alipayBill({ merchant, day }: Which, rows: readonly Told[], offFen: number): Uint8Array {
  const [account, bar] = [`${merchant}0156`, '-'.repeat(40)];
  const sum = (direction: Told['direction']) => {
    const of = rows.filter((row) => row.direction === direction);
    return { count: of.length, fen: of.reduce((all, { amountFen }) => all + amountFen, 0) };
  };
  const [ins, outs] = [sum('in'), sum('out')];
  const span = `#起始日期：[${written(day)} 00:00:00]   终止日期：[${written(daysAfter(day, 1))} 00:00:00]`;
  const head = ['#支付宝业务明细查询', `#账号：[${account}]`, span, `#${bar}业务明细列表${bar}`, alipayHeader];
  const foot = [
    `#${bar}业务明细列表结束${bar}`,
    `#交易合计：${ins.count}笔，商家实收共${signedYuan(ins.fen + offFen)}元，商家优惠共0.00元`,
    `#退款合计：${outs.count}笔，商家实收退款共${signedYuan(0 - outs.fen)}元，商家优惠退款共0.00元`,
    `#导出时间：[${written(daysAfter(day, 1))} 09:00:00]`,
  ];
  const name = `${account}_${day.replaceAll('-', '')}_业务明细`;
  const summary = ['#支付宝业务汇总查询', `#账号：[${account}]`, span, ''].join('\r\n');
  return zipOf([
    [gbk(`${name}(汇总).csv`), gbk(summary)],
    [gbk(`${name}.csv`), gbk(`${[...head, ...rows.map(lineOf), ...foot].join('\r\n')}\r\n`)],
  ]);
}
