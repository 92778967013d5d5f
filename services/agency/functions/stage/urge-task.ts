import type * as z from 'zod';
import { dayOf, isWorkingDay } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { lastOf, type Round } from '../../domain/stage/round.ts';
import { standingsOf } from '../../domain/stage/standing.ts';
import { isUrgeable, urge, urgesOf } from '../../domain/stage/urge.ts';
import * as refused from '../../problems/stage.ts';
import type { urgeBody } from '../../schemas/stage.ts';
import type { Followed } from '../../stores/stages.ts';
import { stageActions } from './stage-actions.ts';
import { toKnow } from './to-know.ts';
import { leads, mayPlan } from './who.ts';

type Urging = Call<unknown, z.infer<ReturnType<typeof urgeBody>>>;

/** 催办: whoever leads the stage, or carries the project, reminds a department; once on a working day for each item. */
export const urgeTask =
  (deps: AgencyDeps) =>
  async (call: Urging): Promise<HttpResponse> => {
    const { params, scope, body, cause } = call;
    const followed = await toKnow(params['id'] ?? '', deps);
    const round = followed && lastOf(followed.rounds, Number(params['n']));
    if (!followed || !round || !(mayPlan(scope, followed.project) || leads(scope, round)))
      return refuse(problems.notFound);
    const today = dayOf(cause.at);
    const found = standingsOf(round, followed.copies).find(({ itemKey }) => itemKey === body.itemKey);
    const { caseId } = found ?? {};
    if (!found || caseId === undefined || !isUrgeable(round, found)) return refuse(refused.nothingToUrge);
    if (!isWorkingDay(today, followed.calendar)) return refuse(refused.notWorkedToday);
    if (urgesOf(round, found.itemKey).some(({ on }) => on === today)) return refuse(refused.urgedToday);
    const change = urge(round, { ...found, caseId }, today);
    const reply = urgedReply(change.round, { itemKey: found.itemKey, call, followed });
    await (await deps.stages()).move({ rounds: [change] }, { ...cause, reply });
    return reply;
  };

function urgedReply(
  round: Round,
  { itemKey, call, followed }: { itemKey: string; call: Urging; followed: Followed },
): Reply {
  const { id, stage, state: status, version } = round;
  const n = urgesOf(round, itemKey).length;
  const rounds = followed.rounds.map((one) => (one.id === id ? round : one));
  const actions = stageActions(call.scope, { ...followed, rounds }, stage);
  return { status: 200, body: { id, status, version, itemKey, n, headToo: n > 1, actions } };
}
