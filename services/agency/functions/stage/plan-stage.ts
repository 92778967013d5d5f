import { type Fault } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { closed, planRound, type RoundChange } from '../../domain/stage/change.ts';
import { isOpen } from '../../domain/stage/graph.ts';
import { whatIsLeft, whatItLeft, type RoundPlan } from '../../domain/stage/planning.ts';
import { casesIn } from '../../domain/stage/standing.ts';
import { projectMoved } from '../../problems/project.ts';
import * as refused from '../../problems/stage.ts';
import { planningOf, type Planning } from './planning-of.ts';
import { stageActions } from './stage-actions.ts';

const goingOn: ReadonlySet<string> = new Set(['coded', 'in-approval', 'under-construction']);

/** What is left of a stage is to be applied for together; planned again, as long as nothing of it was applied for. */
export const planStage =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const planning = await planningOf(call, deps);
    if ('problem' in planning) return planning;
    const { last, followed, planned, stage } = planning;
    const isFree =
      !last || !isOpen(last.state) || (last.state === 'planned' && casesIn(last, followed.copies).length === 0);
    if (!isFree) return refuse(refused.stageUnderWay);
    return saveRound(whatIsLeft(planned.plan, stage), { planning, act: 'plan', call }, deps);
  };

/** What was refused in the last round of a stage, and what that stopped, is to be applied for in another one. */
export const reopenStage =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const planning = await planningOf(call, deps);
    if ('problem' in planning) return planning;
    const { last, followed, planned } = planning;
    if (!last || isOpen(last.state) || last.state === 'granted') return refuse(refused.notReopenable);
    return saveRound(whatItLeft(planned.plan, last, followed.copies), { planning, act: 'reopen', call }, deps);
  };

interface Saving {
  planning: Planning;
  act: 'plan' | 'reopen';
  call: Call;
}

async function saveRound(of: RoundPlan, { planning, act, call }: Saving, deps: AgencyDeps): Promise<HttpResponse> {
  const { last, followed, stage } = planning;
  const { project } = followed;
  const fault = faultOf(of, call) ?? (goingOn.has(project.state) ? undefined : refuse(projectMoved));
  if (fault) return fault;
  const { at } = call.cause;
  const change = planRound(last, { id: deps.newId(), project, stage, items: of.items, at }, act);
  const before = last && !change.before ? [closed(last, at)] : [];
  const reply = planReply(change, { of, planning, call });
  await (await deps.stages()).move({ rounds: [...before, change], as: project }, { ...call.cause, reply });
  return reply;
}

function faultOf({ asks, items }: RoundPlan, { language }: Call): Refusal | undefined {
  const { code, ...words } = refused.factMissing;
  const faults = asks.map((name): Fault => ({ pointer: `/facts/${name}`, code, message: words[language] }));
  if (faults.length > 0) return refuse(refused.factsMissing, faults);
  return items.length === 0 ? refuse(refused.nothingLeft) : undefined;
}

function planReply(
  { round }: RoundChange,
  { of, planning, call }: { of: RoundPlan; planning: Planning; call: Call },
): Reply {
  const { id, projectId, stage, state: status, version, lead, limit } = round;
  const rounds = [...planning.followed.rounds.filter((one) => one.id !== round.id), round];
  const actions = stageActions(call.scope, { ...planning.followed, rounds }, stage);
  const body = {
    id,
    projectId,
    stage,
    round: round.round,
    status,
    version,
    lead,
    limitDays: limit.n,
    items: of.items,
    leftOut: of.out,
    actions,
  };
  return { status: 200, body };
}
