import { differenceOf, type Difference } from '../../domain/bank/difference.ts';
import type { BankOutcome } from '../../domain/bank/match.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { BadLine } from '../../domain/reconciliation/row.ts';
import { everyPage } from '../every-page.ts';
import type { BankRun, BookDeps } from './book-outcome.ts';
import { fallenAway, raised } from './raise.ts';

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
    const isOver = one.class !== 'MISSING_IN_STATEMENT' && !names.has(JSON.stringify(one.subject));
    const change = isOver ? fallenAway(one, cause) : undefined;
    if (change) await deps.exceptions.save(change, cause);
  }
}

function badLine(
  { line, why, revision }: BadLine & { revision: number },
  { merchant, day }: Reconciliation,
): Difference {
  const subject = { kind: 'line' as const, revision, line };
  return { class: 'UNPARSEABLE_ROW', merchant, day, subject, differenceFen: 0, detail: why };
}
