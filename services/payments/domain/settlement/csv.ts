import { csvOf } from '#shared/csv';
import { yuanOf } from '#shared/money';
import type { PayoutAccount } from './payout-account.ts';
import type { Settlement } from './settlement.ts';

const header = [
  '结算单号',
  '日期',
  '执收单位',
  '项目编码',
  '收入',
  '退付',
  '手续费',
  '实付',
  '收款户名',
  '开户行',
  '收款账号',
];

const none = ['', '', '', '', ''];

/** The file by which the bank is told to pay: what it is of, one sum, and to which account. */
export function settlementCsv(found: Settlement, { name, bank, number: to }: PayoutAccount['account']): string {
  const { number, day, lines, inFen, outFen, feeFen, netFen } = found;
  const rows = lines.map((one) => [number, day, one.payee, one.code, yuanOf(one.inFen), yuanOf(one.outFen), ...none]);
  const sums = [inFen, outFen, feeFen, netFen].map(yuanOf);
  return csvOf([header, ...rows, [number, day, '合计', '', ...sums, name, bank, to]]);
}
