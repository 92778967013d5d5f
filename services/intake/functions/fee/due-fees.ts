import { sumFen } from '#shared/money';
import { dueIn, openIn } from '../../domain/fee/open.ts';
import type { Assessment, Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';

/** What the open bill of a case asks, for a line of its applicant's list. */
export type DueFee = NonNullable<ReturnType<typeof dueOf>>;

/** The open bills of at most 100 cases, by case; one read for all of them. */
export async function dueFees(
  caseIds: readonly string[],
  now: Date,
  { fees }: Pick<IntakeDeps, 'fees'>,
): Promise<ReadonlyMap<string, DueFee>> {
  if (caseIds.length === 0) return new Map();
  const found = await (await fees()).getAll(caseIds);
  return new Map(
    found.flatMap((one) => {
      const due = dueOf(one, now);
      return due ? [[one.caseId, due]] : [];
    }),
  );
}

function dueOf(fees: Fees, now: Date) {
  const due = dueIn(fees);
  if (!due) return undefined;
  // Of several bills what can be paid comes first: `due`, once payments has a bill for it.
  const status: Assessment['state'] = openIn(fees).some(({ state }) => state === 'due') ? 'due' : 'assessed';
  const { lines, dueAt } = due;
  return { status, dueFen: sumFen(lines), dueAt: dueAt.toISOString(), overdue: dueAt < now };
}
