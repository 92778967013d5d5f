import { readCursor } from '#shared/page';
import { differenceOf, type Difference } from '../../domain/bank/difference.ts';
import type { BankOutcome } from '../../domain/bank/match.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { BadLine } from '../../domain/reconciliation/row.ts';
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
  for (const one of await known(statement.id, deps)) {
    const isOver = one.class !== 'MISSING_IN_STATEMENT' && !names.has(JSON.stringify(one.subject));
    const change = isOver ? fallenAway(one, cause) : undefined;
    if (change) await deps.exceptions.save(change, cause);
  }
}

/** All exceptions of a statement, page by page. */
async function known(id: string, { exceptions }: BookDeps): Promise<Exception[]> {
  const found: Exception[] = [];
  let cursor: string | null | undefined;
  do {
    const at = readCursor(cursor ?? undefined);
    if ('problem' in at) throw new Error('a cursor of our own cannot be read');
    const page = await exceptions.of(id, { limit: 100, after: at.after });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function badLine(
  { line, why, revision }: BadLine & { revision: number },
  { merchant, day }: Reconciliation,
): Difference {
  const subject = { kind: 'line' as const, revision, line };
  return { class: 'UNPARSEABLE_ROW', merchant, day, subject, differenceFen: 0, detail: why };
}
