import type * as z from 'zod';
import { dayOf, startOf } from '#shared/calendar';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Round } from '../../domain/stage/round.ts';
import type { roundsQuery } from '../../schemas/stage.ts';

/** The open rounds of the set by what is due first, or those of them that are overdue; a lead's are those of his department. */
export const listRounds =
  (deps: AgencyDeps) =>
  async (call: Call<z.infer<ReturnType<typeof roundsQuery>>>): Promise<HttpResponse> => {
    const { query, scope, cause } = call;
    const lead = query.lead ?? (scope.departments === 'any' ? undefined : scope.departments[0]);
    if (scope.departments !== 'any' && (lead === undefined || !scope.departments.includes(lead)))
      return refuse(problems.notFound);
    // What is due at the end of a day is overdue on the next.
    const until = query.overdue === 'true' ? startOf(dayOf(cause.at)) : undefined;
    const stages = await deps.stages();
    return listReply(
      query,
      (one: Round) => outline(one, cause.at),
      (page) => stages.open({ lead, until }, page),
    );
  };

function outline({ id, projectId, stage, round, state: status, lead, acceptedAt, dueAt }: Round, now: Date) {
  const due = dueAt && { dueOn: dayOf(dueAt), overdue: dueAt < now };
  return plain({ id, projectId, stage, round, status, lead, acceptedAt, ...due });
}
