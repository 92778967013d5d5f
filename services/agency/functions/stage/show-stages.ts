import { dayOf } from '#shared/calendar';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { PlanStage } from '../../domain/plan/stage-plan.ts';
import { planFor } from '../../domain/plan/stage-plans.ts';
import { lastOf } from '../../domain/stage/round.ts';
import { roundOutline, roundView, type Today } from '../../domain/stage/round-view.ts';
import { noPlan } from '../../problems/plan.ts';
import type { Followed } from '../../stores/stages.ts';
import { sees } from '../project/whose.ts';
import { stageActions } from './stage-actions.ts';
import { toKnow } from './to-know.ts';
import { seesItem } from './who.ts';

interface Shown extends Today {
  followed: Followed;
  stages: readonly PlanStage[];
}

/** The stages of a project with their rounds, and how each stands against its limit. */
export const showStages =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const shown = await toShow(call, deps);
    if ('problem' in shown) return shown;
    const items = shown.stages.map((stage) => ({
      ...named(stage),
      status: lastOf(shown.followed.rounds, stage.n)?.state ?? 'not-planned',
      rounds: shown.followed.rounds
        .filter((one) => one.stage === stage.n)
        .map((one) => roundOutline(one, shown.followed.copies, shown)),
      actions: stageActions(call.scope, shown.followed, stage.n),
    }));
    return { status: 200, body: plain({ items }) };
  };

/** One stage whole: of each round the items that are the caller's to see. */
export const showStage =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const shown = await toShow(call, deps);
    if ('problem' in shown) return shown;
    const { followed } = shown;
    const stage = shown.stages.find(({ n }) => n === Number(call.params['n']));
    if (!stage) return refuse(problems.notFound);
    const rounds = followed.rounds
      .filter((one) => one.stage === stage.n)
      .map((one) => {
        const isSeen = (department: string) => seesItem(call.scope, one, department);
        return roundView(one, followed.copies, { ...shown, isSeen });
      });
    const actions = stageActions(call.scope, followed, stage.n);
    const version = lastOf(followed.rounds, stage.n)?.version ?? 0;
    const body = { projectId: followed.project.id, ...named(stage), rounds, actions };
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain(body) };
  };

const named = ({ n, name, nameEn, lead, limitDays }: PlanStage) => ({ n, name, nameEn, lead, limitDays });

/** Staff of a department see the stages in which it has a part or that it leads. */
async function toShow({ params, scope, cause }: Call, deps: AgencyDeps): Promise<Shown | Refusal> {
  const followed = await toKnow(params['id'] ?? '', deps);
  if (!followed || !sees(scope, followed.project)) return refuse(problems.notFound);
  const plan = planFor(followed.project.kind);
  if (!plan) return refuse(noPlan);
  const own = plan.stages.filter((stage) => stage.items.some((item) => seesItem(scope, stage, item.department)));
  return own.length === 0
    ? refuse(problems.notFound)
    : { followed, stages: own, today: dayOf(cause.at), calendar: followed.calendar };
}
