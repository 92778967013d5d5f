import { csvOf } from '#shared/csv';
import { yuanOf } from '#shared/money';
import type { Remittance } from './remittance.ts';

const header = ['清单号', '日期', '执收单位', '收入科目', '项目编码', '预算级次', '分成比例%', '收入', '退付', '应缴'];

const amounts = (came: number, back: number) => [yuanOf(came), yuanOf(back), yuanOf(came - back)];

/** 缴库清单 as the treasury takes it: a line for each payee, subject and level, and their sum. */
export function remittanceCsv({ id, day, lines, inFen, outFen }: Remittance): string {
  const rows = lines.map((one) => [
    id,
    day,
    one.payee,
    one.subject,
    one.code,
    one.level,
    String(one.percent),
    ...amounts(one.inFen, one.outFen),
  ]);
  return csvOf([header, ...rows, [id, day, '合计', '', '', '', '', ...amounts(inFen, outFen)]]);
}
