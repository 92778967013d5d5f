import type { Remittance } from './remittance.ts';

// Spreadsheets take a text without it for GBK.
const byteOrderMark = '\uFEFF';
const header = ['清单号', '日期', '执收单位', '收入科目', '项目编码', '预算级次', '分成比例%', '收入', '退付', '应缴'];

/** Fen as yuan, as the treasury's forms say it. */
export function yuanOf(fen: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
}

/** A field of RFC 4180: quoted where it must be. */
export const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines of RFC 4180 in UTF-8 with a byte order mark. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

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
