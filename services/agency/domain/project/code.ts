import type { Day } from '#shared/calendar';
import { divisions } from './divisions.ts';

type CodeFault = 'shape' | 'date';
/** For a person to confirm: numbers of divisions change with time. */
export type CodeWarning = 'region-unknown' | 'region-out-of-time';
type CodeCheck = { ok: true; warnings: CodeWarning[] } | { ok: false; fault: CodeFault };

/** Time 4, region 6, department 2, kind 2, tail 6: with its hyphens 24 characters. */
const shape = /^(\d{4})-(\d{6})-\d{2}-\d{2}-\d{6}$/;

// Since this month the first four are year and month; before, they were the year.
const firstMonth = '2020-11';
const firstYear = 1990;

/** 项目代码 as the provincial platform gives it. Its check digit follows no rule that is public: none is invented here. */
export function checkCode(code: string, today: Day): CodeCheck {
  const [, time, region] = shape.exec(code) ?? [];
  if (time === undefined || region === undefined) return { ok: false, fault: 'shape' };
  const given = timesOf(time).filter(({ from }) => from <= today.slice(0, 7));
  if (given.length === 0) return { ok: false, fault: 'date' };
  return { ok: true, warnings: warningsOf(region, given) };
}

interface Span {
  from: string;
  until: string;
}

/** When it may have been given: `2011` was a year, and is a November. */
function timesOf(time: string): Span[] {
  const year = { from: `${time}-01`, until: `${time}-12` };
  const month = `20${time.slice(0, 2)}-${time.slice(2)}`;
  const isMonth = month >= firstMonth && /-(0[1-9]|1[0-2])$/.test(month);
  return [...(Number(time) >= firstYear ? [year] : []), ...(isMonth ? [{ from: month, until: month }] : [])];
}

function warningsOf(region: string, given: readonly Span[]): CodeWarning[] {
  const known = divisions.find(({ code }) => code === region);
  if (!known) return ['region-unknown'];
  const { from = '', until = '9999' } = known;
  return given.some((span) => from <= span.until && span.from <= until) ? [] : ['region-out-of-time'];
}
