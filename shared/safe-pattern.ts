import type { Token, Tokens } from 'ret';
import { tokenizer } from 'ret/dist/tokenizer.js';
import { types } from 'ret/dist/types/types.js';

/** The longest text that is tried by a pattern, in UTF-16 units: one that is longer does not fit. */
const longestText = 1000;
/** In how many ways a pattern may be tried on such a text: some milliseconds. */
const mostWays = 1_000_000;

/** A pattern of JSON Schema (ECMA 262, flag u) that tries no text longer than 1,000 characters. */
export function boundedPattern(pattern: string, flags: string) {
  const rule = new RegExp(pattern, flags);
  const test = (text: string) => text.length <= longestText && rule.test(text);
  // By its text one pattern is told from another.
  return { test, toString: () => rule.toString() };
}
boundedPattern.code = 'boundedPattern';

/**
 * Whether a pattern can surely be tried on any text in a moment: a bound of the ways in which its repetitions and choices can
 * share the text out stays small. `(a+)+` has no such bound. A pattern that is none is not safe.
 */
export function isSafePattern(pattern: string): boolean {
  try {
    const root = tokenizer(pattern);
    const ways = waysIn(root) * (isAnchored(root) ? 1 : longestText);
    return ways <= mostWays && boundedPattern(pattern, 'u').test('') !== undefined;
  } catch {
    return false;
  }
}

/** An upper bound of the ways in which a part can match at one place. */
function waysIn(part: Tokens): number {
  if (part.type === types.REPETITION) {
    const { min, value } = part;
    // No upper end is `null` or infinite.
    const max = Math.min(part.max ?? longestText, longestText);
    const each = waysIn(value);
    // Some number of rounds, and each of them in each of its ways.
    return each ** max * Math.max(1, max - min + 1);
  }
  if (part.type !== types.ROOT && part.type !== types.GROUP) return 1;
  const branches = part.options ?? [part.stack ?? []];
  return branches.reduce((sum, branch) => sum + branch.reduce((product, one) => product * waysIn(one), 1), 0);
}

/** Whether it is tried at the beginning of a text alone. */
function isAnchored(part: Tokens): boolean {
  if (part.type === types.POSITION) return part.value === '^';
  if (part.type !== types.ROOT && part.type !== types.GROUP) return false;
  const branches: Token[][] = part.options ?? [part.stack ?? []];
  return branches.every(([first]) => first !== undefined && isAnchored(first));
}
