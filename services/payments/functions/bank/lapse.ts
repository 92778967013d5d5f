import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { lapseEntry } from '../../domain/bank/entries.ts';
import { lapse, type Expected } from '../../domain/bank/expected.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { entryWrites } from '../../stores/ledger.ts';
import type { Difference } from '../../domain/bank/difference.ts';
import { raised } from './raise.ts';

/** No statement of the bank has shown it within its limit: somebody must see to it. Before that it is put off. False where it is not awaited by now. */
export async function lapseExpected(before: Expected, cause: Cause, deps: PaymentsDeps): Promise<boolean> {
  const after = lapse(before, { now: cause.at, calendar: await (await deps.calendars()).current() });
  if (!after) return false;
  if (after.state === 'awaited') {
    await deps.table.transact(expectedWrites({ before, after }, cause));
    return true;
  }
  const entry = lapseEntry(before);
  const change = await raised(missing(after), cause, deps);
  await deps.table.transact([
    ...expectedWrites({ before, after }, cause),
    ...entryWrites({ entries: entry ? [entry] : [], of: before.id }, cause, deps),
    ...(change ? exceptionWrites(change, cause).writes : []),
  ]);
  return true;
}

/** It is an exception of the last statement that might have shown it. */
export function missing({ id, merchant, day, dueDay = day, amountFen }: Expected): Difference {
  return {
    class: 'MISSING_IN_STATEMENT',
    merchant,
    day: dueDay,
    subject: { kind: 'number', number: id, direction: amountFen < 0 ? 'out' : 'in', nth: 1 },
    ledger: { amountFen: Math.abs(amountFen), day, ref: id, lines: [] },
    differenceFen: -amountFen,
    detail: 'not-shown-by-bank',
  };
}
