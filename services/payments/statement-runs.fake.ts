import { lookAtException } from './functions/exception/look-at-exception.ts';
import { madeDay, place, type Kind } from './statement-day.fake.ts';
import { openStatements, totalsOf, type Statements } from './statement-house.fake.ts';

/** A house with such a day in its ledger, whose statement has come and been matched. */
export async function matched(kinds: readonly Kind[]) {
  const house = await openStatements();
  const day = madeDay(kinds);
  await house.book(day.items);
  await house.receive({ rows: day.rows, totals: totalsOf(day.rows) });
  await house.run();
  return { house, day };
}

/** The exceptions of a day, by class and state. */
export const standing = async (house: Statements, at = place) =>
  (await house.exceptions(at))
    .map((one) => [one.class, one.state])
    .toSorted(([one = ''], [other = '']) => one.localeCompare(other));

/** The clock looks at each that is due. */
export async function look(house: Statements): Promise<void> {
  for (const one of await house.exceptions()) await lookAtException(one, house.causeOf(), house.deps);
}
