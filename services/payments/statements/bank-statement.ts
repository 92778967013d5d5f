import type { Read, StatementRow } from '../domain/reconciliation/row.ts';
import { beijingIn } from '../channels/beijing.ts';
import { signedFenOf } from '../channels/yuan.ts';
import { linesOf, type Line } from './text-lines.ts';
import { UnreadableFile } from './unreadable-file.ts';

const required = ['交易日期', '流水号', '借贷方向', '金额'] as const;
const optional = ['交易时间', '币种', '账号', '对方户名', '摘要'] as const;
type Column = (typeof required)[number] | (typeof optional)[number];
export const bankHeader = '交易日期,交易时间,流水号,借贷方向,金额,币种,账号,对方户名,摘要';

/** UTF-8, else GBK: a header in Chinese is never both. */
function charsetOf(first: Uint8Array): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(first);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** 银行（国库）流水: CSV with a header, whose columns may stand in any order (services/payments/README.md); 贷 is what has come. */
export async function* readBankStatement(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Read, void> {
  let header: ReadonlyMap<string, number> | undefined;
  for await (const lines of linesOf(bytes, charsetOf)) {
    for (const line of lines) {
      if (!header) header = headerIn(line);
      else if (line.text !== '') yield rowIn(line, header);
    }
  }
  if (!header) throw new UnreadableFile('header');
}

function headerIn({ text }: Line): ReadonlyMap<string, number> {
  if (text === undefined) throw new UnreadableFile('charset');
  const header = new Map(valuesOf(text)?.map((name, n): [string, number] => [name, n]));
  if (required.some((name) => !header.has(name))) throw new UnreadableFile('header');
  return header;
}

/** The values of a line; quotes are doubled within quotes. Undefined where they do not end. */
function valuesOf(text: string): string[] | undefined {
  if (!text.includes('"')) return text.split(',').map((value) => value.trim());
  const parts = [...text.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^",]*))(?=,|$)/g)];
  const isWhole = parts.reduce((sum, [part]) => sum + part.length, 0) === text.length;
  return isWhole ? parts.map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim()) : undefined;
}

const directions: Readonly<Record<string, StatementRow['direction']>> = { 贷: 'in', 借: 'out' };

function rowIn({ n: line, text }: Line, header: ReadonlyMap<string, number>): Read {
  const bad = (why: string): Read => ({ bad: { line, why } });
  if (text === undefined) return bad('not in the charset of the file');
  const values = valuesOf(text);
  if (values?.length !== header.size) return bad(values ? `${values.length} columns of ${header.size}` : 'open quotes');
  const value = (name: Column): string => values[header.get(name) ?? -1] ?? '';
  const [number, direction] = [value('流水号'), directions[value('借贷方向').slice(0, 1)]];
  const amountFen = signedFenOf(value('金额'));
  const at = beijingIn(`${value('交易日期')} ${value('交易时间') || '00:00:00'}`);
  if (!at) return bad('交易日期, 交易时间: no time');
  if (number === '' || number.length > 64) return bad('流水号: no number');
  if (!direction) return bad('借贷方向: unknown');
  if (amountFen === undefined || amountFen < 0) return bad('金额: no amount');
  const about = aboutOf(`${value('对方户名')} ${value('摘要')}`);
  const said = { line, direction, number, ref: number, merchantNumber: value('账号'), amountFen, feeFen: 0, at, about };
  return { row: { ...said, currency: value('币种') || 'CNY', status: 'done' } };
}

const payers: readonly [string, RegExp][] = [
  ['wechat', /财付通|微信/],
  ['alipay', /支付宝/],
  ['unionpay', /银联/],
];

/** Which channel pays, of which day, or what we have paid out, as far as the bank says it; nothing else of what it says is kept. */
function aboutOf(text: string): NonNullable<StatementRow['about']> {
  const number = /QS\d{8}-[A-Z0-9-]+/.exec(text)?.[0];
  const channel = payers.find(([, name]) => name.test(text))?.[0];
  const [, year, month, date] =
    /(?<!\d)(20\d{2})[-/年]?(0[1-9]|1[0-2])[-/月]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(text) ?? [];
  return { ...(channel && { channel }), ...(year && { day: `${year}-${month}-${date}` }), ...(number && { number }) };
}
