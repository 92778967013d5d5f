import type { StatementRow } from './row.ts';
import { judged, unknown, type Outcome } from './outcome.ts';
import { familyOf, keyOf, wholeOf, type Side } from './side.ts';
import { countedFen, type Pair, type Rules } from './verdict.ts';

interface Left {
  /** A row and the item of its number that do not come to the same. */
  uneven: readonly Pair[];
  /** Rows of numbers that the ledger has not. */
  lone: readonly (readonly StatementRow[])[];
  /** Items that no row has shown; what finds a partner here is taken out. */
  free: Map<string, Side>;
}

/** A row may show a whole whose parts the ledger has, or stand on the wrong side. */
export function withoutPartner({ uneven, lone, free }: Left, rules: Rules): Outcome[] {
  const families = byCharge(free);
  const take = (sides: readonly Side[]): void => sides.forEach((side) => free.delete(keyOf(side)));
  const partsOf = (of: Pick<Side, 'number' | 'direction'>): Side[] =>
    (families.get(familyOf(of) ?? '') ?? []).filter((side) => free.has(keyOf(side)));

  const evened = uneven.map(({ rows, side }) => {
    const parts = partsOf(side);
    const whole = wholeOf([side, ...parts]);
    if (parts.length === 0 || whole?.amountFen !== countedFen(rows)) return judged({ rows, side }, rules);
    take(parts);
    return judged({ rows, side: whole }, rules);
  });
  const met = lone.flatMap((rows) => {
    const [first] = rows;
    const nothing = unknown(rows);
    if (!first || !nothing || nothing.class === 'MATCHED') return nothing ?? [];
    const whole = wholeOf(partsOf(first));
    if (whole) {
      take(partsOf(first));
      return judged({ rows, side: whole }, rules);
    }
    const other = free.get(keyOf({ ...first, direction: first.direction === 'in' ? 'out' : 'in' }));
    if (!other) return nothing;
    take([other]);
    return { ...nothing, class: 'DIRECTION_MISMATCH' as const, side: other };
  });
  return [...evened, ...met];
}

function byCharge(free: ReadonlyMap<string, Side>): Map<string, Side[]> {
  const families = new Map<string, Side[]>();
  for (const side of free.values()) {
    const family = familyOf(side);
    if (family) families.set(family, [...(families.get(family) ?? []), side]);
  }
  return families;
}
