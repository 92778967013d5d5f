import { differenceOf, type Difference } from '../../domain/bank/difference.ts';
import type { BankOutcome } from '../../domain/bank/match.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { BadLine } from '../../domain/reconciliation/row.ts';
import { isOwnAlone, placeOf } from '../../domain/exception/situation.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { movedBy } from '../../domain/ledger/clearing-item.ts';
import type { Cause } from '#shared/cause';
import { everyPage } from '../every-page.ts';
import type { ExceptionChange } from '../../stores/exceptions.ts';
import type { BankRun, BookDeps } from './book-outcome.ts';
import { isUnsettled } from '../statement/run-deps.ts';
import { fallenAway, gone, raised } from './raise.ts';

/** Bad lines are named, and what an earlier file had wrong and this one has not falls away. */
export async function clearDifferences(
  { outcomes, bad }: { outcomes: readonly BankOutcome[]; bad: readonly BadLine[] },
  { statement, revision, cause }: Omit<BankRun, 'done'>,
  deps: BookDeps,
): Promise<void> {
  const lines = bad.map(({ line, why }) => badLine({ line, why, revision }, statement));
  const changes = await Promise.all(lines.map((one) => raised(one, cause, deps)));
  for (const change of changes) if (change) await deps.exceptions.save(change, cause);
  const still = [...lines, ...outcomes.flatMap((one) => differenceOf(one, statement) ?? [])];
  const names = new Set(still.map(({ subject }) => JSON.stringify(subject)));
  for (const one of await everyPage((at) => deps.exceptions.of(statement.id, at))) {
    const change = names.has(JSON.stringify(one.subject)) ? undefined : await noLonger(one, cause, deps);
    if (change) await deps.exceptions.save(change, cause);
  }
}

/** What the file shows no more falls away; where two people had decided of it, what they have written has no reason any more. */
async function noLonger(one: Exception, cause: Cause, deps: BookDeps): Promise<ExceptionChange | undefined> {
  // What no statement has shown in time is the clock's, until one does.
  if (isOwnAlone(one) && isUnsettled(one)) return undefined;
  if (one.class === 'MISSING_IN_STATEMENT' && !isOwnAlone(one)) return undefined;
  return isUnsettled(one) ? fallenAway(one, cause) : gone(one, await writtenFen(one, deps));
}

/** What the exception itself has left under its number, signed, in fen; of what stands in no row nothing. */
async function writtenFen(one: Exception, { ledger }: BookDeps): Promise<number> {
  const place = placeOf(one);
  if (!place || (!one.row && !isOwnAlone(one))) return 0;
  const items = await ledger.clearingOf(place);
  return items.reduce((fen, item) => (item.of === one.id ? fen + movedBy(item) : fen), 0);
}

function badLine(
  { line, why, revision }: BadLine & { revision: number },
  { merchant, day }: Reconciliation,
): Difference {
  const subject = { kind: 'line' as const, revision, line };
  return { class: 'UNPARSEABLE_ROW', merchant, day, subject, differenceFen: 0, detail: why };
}
