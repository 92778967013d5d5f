import type * as z from 'zod';
import { sumFen } from '#shared/money';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Fees } from '../../domain/fee/fees.ts';
import { isOverdue, lastOf, openIn } from '../../domain/fee/open.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { overdueFeesQuery } from '../../schemas/fee.ts';

/** Bills of a department's cases whose day has passed, the longest overdue first. */
export const listOverdueFees =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof overdueFeesQuery>>>): Promise<HttpResponse> => {
    const { department, limit } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const store = await deps.fees();
    const page = await store.overdue({ department, now: cause.at }, { limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.flatMap((fees) => linesOf(fees, cause.at)) } };
  };

function linesOf(fees: Fees, now: Date) {
  const { caseId, itemKey, number } = fees;
  const overdue = openIn(fees).filter((open) => isOverdue(open, now));
  return overdue.map((open) => {
    const { lines, dueAt } = lastOf(open);
    return plain({ caseId, itemKey, number, assessmentId: open.id, amountFen: sumFen(lines), dueAt });
  });
}
