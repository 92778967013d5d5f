import type { Facts } from './stage-plan.ts';

const comparisons = ['>=', '<=', '!=', '=', '<', '>'] as const;
type Comparison = (typeof comparisons)[number];

/** A condition as it is read: a fact that is so, compared, or several of them. */
export type Condition =
  | { op: 'is'; fact: string }
  | { op: Comparison; fact: string; value: string | number }
  | { op: 'not'; of: Condition }
  | { op: 'and'; of: readonly Condition[] }
  | { op: 'or'; of: readonly Condition[] };

/** Where a text is no condition, counted from 0. */
interface ConditionFault {
  at: number;
}

interface Token {
  text: string;
  at: number;
}

const token = /\s*(>=|<=|!=|[=<>()&|!]|[A-Za-z][\w-]*|\d+(?:\.\d+)?)/y;
const word = /^[A-Za-z]/;
const isComparison = (text: string | undefined): text is Comparison => comparisons.some((one) => one === text);

/**
 * Reads `landTaken>=5000`, `basementDue`, `filingKind=filing`, joined by `&` and `|`, turned by `!`, in brackets. `&` binds
 * more closely.
 */
export function readCondition(text: string): { condition: Condition } | { fault: ConditionFault } {
  const tokens = tokensOf(text);
  if ('fault' in tokens) return tokens;
  const reader = readerOf(tokens.tokens, text.length);
  const condition = either(reader);
  return condition && reader.next() === undefined ? { condition } : { fault: { at: reader.at() } };
}

function tokensOf(text: string): { tokens: Token[] } | { fault: ConditionFault } {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  for (token.lastIndex = 0; token.lastIndex < end;) {
    const at = token.lastIndex;
    const [, found] = token.exec(text) ?? [];
    if (found === undefined) return { fault: { at } };
    tokens.push({ text: found, at: token.lastIndex - found.length });
  }
  return { tokens };
}

interface Reader {
  next: () => string | undefined;
  take: () => string | undefined;
  at: () => number;
}

function readerOf(tokens: readonly Token[], end: number): Reader {
  let n = 0;
  return { next: () => tokens[n]?.text, take: () => tokens[n++]?.text, at: () => tokens[n]?.at ?? end };
}

const either = (reader: Reader): Condition | undefined => joined(reader, { sign: '|', op: 'or', part: both });
const both = (reader: Reader): Condition | undefined => joined(reader, { sign: '&', op: 'and', part: single });

interface Joining {
  sign: '|' | '&';
  op: 'or' | 'and';
  part: (reader: Reader) => Condition | undefined;
}

function joined(reader: Reader, { sign, op, part }: Joining): Condition | undefined {
  const of: Condition[] = [];
  do {
    if (of.length > 0) reader.take();
    const found = part(reader);
    if (!found) return undefined;
    of.push(found);
  } while (reader.next() === sign);
  return of.length === 1 ? of[0] : { op, of };
}

function single(reader: Reader): Condition | undefined {
  const first = reader.next();
  if (first === '!' || first === '(') {
    reader.take();
    return first === '!' ? turned(single(reader)) : closed(either(reader), reader);
  }
  if (first === undefined || !word.test(first)) return undefined;
  reader.take();
  return compared(first, reader);
}

const turned = (of: Condition | undefined): Condition | undefined => of && { op: 'not', of };
const closed = (inner: Condition | undefined, reader: Reader) => (reader.take() === ')' ? inner : undefined);

function compared(fact: string, reader: Reader): Condition | undefined {
  const op = reader.next();
  if (!isComparison(op)) return { op: 'is', fact };
  reader.take();
  const value = reader.next();
  if (value === undefined || !/^[\dA-Za-z]/.test(value)) return undefined;
  reader.take();
  return { op, fact, value: word.test(value) ? value : Number(value) };
}

/** The facts that a condition names. */
export function factsIn(condition: Condition): string[] {
  if (condition.op === 'not') return factsIn(condition.of);
  if (condition.op === 'and' || condition.op === 'or') return condition.of.flatMap(factsIn);
  return [condition.fact];
}

/** Whether it is so; unknown where it depends on facts that are not told, which are named. */
export type Truth = { is: boolean } | { asks: readonly string[] };

export function evaluate(condition: Condition, facts: Facts): Truth {
  if (condition.op === 'not') {
    const inner = evaluate(condition.of, facts);
    return 'is' in inner ? { is: !inner.is } : inner;
  }
  if (condition.op === 'and' || condition.op === 'or') {
    const ends = condition.op === 'or';
    const parts = condition.of.map((one) => evaluate(one, facts));
    if (parts.some((one) => 'is' in one && one.is === ends)) return { is: ends };
    const asks = [...new Set(parts.flatMap((one) => ('asks' in one ? one.asks : [])))];
    return asks.length > 0 ? { asks } : { is: !ends };
  }
  const told = facts[condition.fact];
  if (told === undefined) return { asks: [condition.fact] };
  return { is: condition.op === 'is' ? told === true : holds(told, condition) };
}

/** Of a list, `=` says that it has it. */
function holds(told: Facts[string], { op, value }: { op: Comparison; value: string | number }): boolean {
  const same = typeof told === 'object' ? told.includes(String(value)) : told === value;
  if (op === '=' || op === '!=') return same === (op === '=');
  if (typeof told !== 'number' || typeof value !== 'number') return false;
  const less = op.startsWith('<');
  return (op.endsWith('=') && told === value) || (less ? told < value : told > value);
}
