import type { ClearingItem, ClearingLine, Direction } from '../ledger/clearing-item.ts';
import type { EntryKind } from '../ledger/entry.ts';

/** An item of the ledger, with what it was written by. */
export type Cleared = ClearingItem & { kind: EntryKind; of: string };

/** What the ledger has under one number and direction on one day, all its items summed. */
export interface Side {
  number: string;
  direction: Direction;
  day: string;
  amountFen: number;
  /** The channel's own numbers, where they are known. */
  refs: readonly string[];
  /** How many entries say that the channel took it: more than one is one too many. */
  captures: number;
  lines: readonly ClearingLine[];
  /** The order that it is of. */
  of: string;
  /** Of how many numbers it is: more than one where the channel shows a whole for its parts. */
  numbers: number;
}

/** What a row and a side are found by. */
export const keyOf = ({ number, direction }: Pick<Side, 'number' | 'direction'>): string => `${number} ${direction}`;

/** The parts of a combined charge differ in the last two of their 32 digits. */
const isOfCharge = /^[0-9a-f]{32}$/;
export const familyOf = ({ number, direction }: Pick<Side, 'number' | 'direction'>): string | undefined =>
  isOfCharge.test(number) ? `${number.slice(0, 30)} ${direction}` : undefined;

/** The items of a partition, number by number. Those of one number may come in any order. */
export function sidesOf(items: Iterable<Cleared>, sides = new Map<string, Side>()): Map<string, Side> {
  for (const item of items) {
    const key = keyOf(item);
    const known = sides.get(key);
    sides.set(key, known ? joined(known, sideOf(item)) : sideOf(item));
  }
  return sides;
}

const took = new Set<EntryKind>(['capture', 'surplus', 'refund']);

function sideOf({ number, direction, day, amountFen, ref, kind, of, lines }: Cleared): Side {
  const captures = took.has(kind) ? 1 : 0;
  return { number, direction, day, amountFen, refs: refsIn(ref), captures, lines, of, numbers: 1 };
}

function joined(one: Side, other: Side): Side {
  return {
    ...one,
    amountFen: one.amountFen + other.amountFen,
    refs: [...one.refs, ...other.refs],
    captures: one.captures + other.captures,
    lines: [...one.lines, ...other.lines],
  };
}

/** The parts of one charge, as the whole that the channel shows. */
export function wholeOf(parts: readonly Side[]): Side | undefined {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const whole = others.reduce(joined, first);
  return { ...whole, captures: 1, numbers: parts.length };
}

/** A combined charge knows the numbers of all its parts, a refund of Alipay that of its charge too. */
const refsIn = (ref: string): string[] => (ref === '' ? [] : /[,/]/.test(ref) ? ref.split(/[,/]/) : [ref]);
