import { csvOf } from '#shared/csv';
import { yuanOf } from '#shared/money';
import type { Settlement } from './settlement.ts';

const header = ['结算单号', '日期', '执收单位', '项目编码', '收入', '退付', '手续费', '实付'];

/** The file by which the bank is told to pay: what it is of, and one sum. */
export function settlementCsv({ number, day, lines, inFen, outFen, feeFen, netFen }: Settlement): string {
  const rows = lines.map((one) => [number, day, one.payee, one.code, yuanOf(one.inFen), yuanOf(one.outFen), '', '']);
  return csvOf([header, ...rows, [number, day, '合计', '', ...[inFen, outFen, feeFen, netFen].map(yuanOf)]]);
}
