import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { fact, type Fact } from '#events/event';
import type { Project } from '../project/project.ts';
import type { PlanStage } from '../plan/stage-plan.ts';
import { isOpen, type stageActs } from './graph.ts';
import type { Round, RoundItem } from './round.ts';

export interface RoundChange {
  before: Round | undefined;
  round: Round;
  act: 'plan' | 'reopen' | 'urge' | 'note' | (typeof stageActs)[number];
  facts: readonly Fact[];
}

interface Planning {
  id: string;
  project: Project;
  stage: PlanStage & { yellowFrom: number };
  items: readonly RoundItem[];
  at: Date;
}

/** A stage is planned: anew, again while nothing of it was applied for, or for what the round before has left behind. */
export function planRound(last: Round | undefined, planning: Planning, act: 'plan' | 'reopen'): RoundChange {
  const { project, stage, items } = planning;
  const again = last !== undefined && isOpen(last.state) ? last : undefined;
  const begun = again ?? beginning(last, planning);
  const { lead, limitDays: n, yellowFrom } = stage;
  const round = { ...begun, version: begun.version + 1, lead, limit: { n, yellowFrom }, items: [...items] };
  const planned = fact(StagePlannedV1, {
    projectId: project.id,
    stage: round.stage,
    round: round.round,
    investor: project.investor.partyId,
    items: items.map(({ itemKey, needs }) => ({ itemKey, needs })),
    lead,
    limit: { n, unit: 'working-day' },
    ...(project.officer && { officer: project.officer }),
  });
  return { before: again, round, act: again ? 'plan-again' : act, facts: [planned] };
}

function beginning(last: Round | undefined, { id, project, stage, at }: Planning): Round {
  const none = { told: [], answered: [], urges: [], items: [], timelineHash: '' };
  const of = { id, version: 0, projectId: project.id, stage: stage.n, round: (last?.round ?? 0) + 1 };
  return { ...of, state: 'planned', lead: stage.lead, limit: { n: 0, yellowFrom: 1 }, plannedAt: at, ...none };
}

/** What was applied for until now is the former round's; what comes is the next one's. */
export const closed = (round: Round, at: Date): RoundChange => ({
  before: round,
  round: { ...round, version: round.version + 1, until: at },
  act: 'note',
  facts: [],
});
