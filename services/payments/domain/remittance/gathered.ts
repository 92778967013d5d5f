import type * as z from 'zod';
import { once } from '#shared/once';
import { released, type Released } from './released.ts';
import type { Outcome } from '../reconciliation/outcome.ts';

/** Money of a run, by payee, destination, charge and subject, and what the channel has taken of it. */
export const gathered = once(() => released().pick({ lines: true, feeFen: true }));
export type Gathered = z.infer<ReturnType<typeof gathered>>;
type Line = Released['lines'][number];

export const nothingGathered: Gathered = { lines: [], feeFen: 0 };

const keyOf = ({ payee, destination, code, subject }: Line): string => `${payee} ${destination} ${code} ${subject}`;

/** What matched rows bring and take, line by line. */
export function gather(outcomes: Iterable<Outcome>): Gathered {
  const lines = new Map<string, Line>();
  let feeFen = 0;
  for (const { rows, side } of outcomes) {
    for (const row of rows) feeFen += row.feeFen;
    for (const { amountFen, ...one } of side?.lines ?? []) {
      const isIn = side?.direction === 'in';
      const line = { ...one, inFen: isIn ? amountFen : 0, outFen: isIn ? 0 : amountFen };
      const known = lines.get(keyOf(line));
      if (!known) lines.set(keyOf(line), line);
      else {
        known.inFen += line.inFen;
        known.outFen += line.outFen;
      }
    }
  }
  return { lines: [...lines.values()], feeFen };
}

/** One with another; `less`: without it. */
export function joined(one: Gathered, other: Gathered, sign: 1 | -1 = 1): Gathered {
  const lines = new Map(one.lines.map((line) => [keyOf(line), line]));
  for (const line of other.lines) {
    const known = lines.get(keyOf(line)) ?? { ...line, inFen: 0, outFen: 0 };
    const sum = { inFen: known.inFen + sign * line.inFen, outFen: known.outFen + sign * line.outFen };
    lines.set(keyOf(line), { ...known, ...sum });
  }
  return { lines: [...lines.values()], feeFen: one.feeFen + sign * other.feeFen };
}

/** What another revision changes of what an earlier one has released; undefined where that is nothing. */
export function difference(now: Gathered, before: Gathered): Gathered | undefined {
  const { lines, feeFen } = joined(now, before, -1);
  const changed = lines.filter(({ inFen, outFen }) => inFen !== 0 || outFen !== 0);
  return changed.length > 0 || feeFen !== 0 ? { lines: changed, feeFen } : undefined;
}
