/** The next instant after the given one at which a rule is due, both in milliseconds since the epoch; never, past 2100. */
export type Schedule = (afterMs: number) => number;

const minute = 60_000;
const unitMs: Record<string, number> = { minute, hour: 60 * minute, day: 1440 * minute };
const lastYear = 2100;

const names: Record<string, string[]> = {
  month: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  weekday: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

interface Field {
  kind: 'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year';
  from: number;
  to: number;
}

const fields: Field[] = [
  { kind: 'minute', from: 0, to: 59 },
  { kind: 'hour', from: 0, to: 23 },
  { kind: 'day', from: 1, to: 31 },
  { kind: 'month', from: 1, to: 12 },
  { kind: 'weekday', from: 1, to: 7 },
  { kind: 'year', from: 1970, to: lastYear },
];

function numberOf(text: string, { kind, from, to }: Field): number {
  const named = names[kind]?.indexOf(text) ?? -1;
  const value = named < 0 ? Number(text) : named + 1;
  if (!/^[\dA-Z]+$/.test(text) || !(value >= from && value <= to)) {
    throw new Error(`${text} is not a ${kind} the local cloud understands`);
  }
  return value;
}

function valuesOf(text: string, field: Field): Set<number> {
  const values = text.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const any = range === '*' || range === '?';
    const from = any ? field.from : numberOf(first, field);
    const open = any || step !== undefined ? field.to : from;
    const to = last === undefined ? open : numberOf(last, field);
    const every = step === undefined ? 1 : numberOf(step, { ...field, from: 1, to: lastYear });
    return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
  });
  return new Set(values);
}

const isLastOfMonth = (date: Date): boolean =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1)).getUTCDate() === 1;

function cron(expression: string): Schedule {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== fields.length) throw new Error(`cron(${expression}) does not have six fields`);
  const last = parts[2] === 'L';
  const sets = fields.map((field, index) => valuesOf(last && index === 2 ? '*' : (parts[index] ?? ''), field));
  const has = (index: number, value: number): boolean => sets[index]?.has(value) ?? false;
  const dayMatches = (date: Date): boolean =>
    has(5, date.getUTCFullYear()) &&
    has(3, date.getUTCMonth() + 1) &&
    has(4, date.getUTCDay() + 1) &&
    (last ? isLastOfMonth(date) : has(2, date.getUTCDate()));

  return (afterMs) => {
    const date = new Date(Math.floor(afterMs / minute) * minute + minute);
    while (date.getUTCFullYear() <= lastYear) {
      if (!dayMatches(date)) {
        date.setUTCDate(date.getUTCDate() + 1);
        date.setUTCHours(0, 0);
      } else if (!has(1, date.getUTCHours())) date.setUTCHours(date.getUTCHours() + 1, 0);
      else if (has(0, date.getUTCMinutes())) return date.getTime();
      else date.setUTCMinutes(date.getUTCMinutes() + 1);
    }
    return Number.POSITIVE_INFINITY;
  };
}

function rate(expression: string, createdMs: number): Schedule {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(expression.trim()) ?? [];
  const period = Number(count) * (unitMs[unit] ?? 0);
  if (!(period > 0)) throw new Error(`rate(${expression}) is not a rate`);
  // To the minute, as EventBridge is: what is deployed together is due together, and the clock stops there once.
  const fromMs = Math.floor(createdMs / minute) * minute;
  return (afterMs) => fromMs + (Math.floor((afterMs - fromMs) / period) + 1) * period;
}

/** Reads `rate(…)` or `cron(…)` as EventBridge rules have them, in UTC; a rate counts from the minute of the rule's creation. */
export function readSchedule(expression: string, createdMs: number): Schedule {
  const [, kind, inner = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'cron') return cron(inner);
  if (kind === 'rate') return rate(inner, createdMs);
  throw new Error(`${expression} is not a schedule`);
}
