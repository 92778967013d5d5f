import type { Plan } from '../plan/plan-of.ts';
import type { StagePlan } from '../plan/stage-plan.ts';
import { changed, type ProjectChange } from '../project/change.ts';
import type { Project } from '../project/project.ts';
import { isOpen } from './graph.ts';
import type { Round } from './round.ts';

const steps = ['in-approval', 'under-construction', 'completed'] as const;
type Step = (typeof steps)[number];
const acts = {
  'in-approval': 'begin-approval',
  'under-construction': 'begin-construction',
  completed: 'complete',
} as const;

interface Known {
  rounds: readonly Round[];
  /** Undefined where no plan is shipped for its kind. */
  planned: { stagePlan: StagePlan; plan: Plan } | undefined;
}

/**
 * How far the facts have brought a project: its approvals began with the first stage that was accepted, it is built once the permit to build is
 * granted, and completed once all of the last stage is.
 */
function reached(stands: Project['state'] | undefined, { rounds, planned }: Known): Step | undefined {
  const done = new Set(planned?.plan.items.flatMap(({ key, state }) => (state === 'done' ? [key] : [])));
  const permit = planned?.stagePlan.permit;
  // By hand it may have begun on a permit that was granted elsewhere.
  const isBuilt = (permit !== undefined && done.has(permit)) || stands === 'under-construction';
  const last = planned?.plan.items.filter(({ stage, state }) => stage === 4 && state !== 'off') ?? [];
  if (isBuilt && last.length > 0 && last.every(({ key }) => done.has(key))) return 'completed';
  if (isBuilt) return 'under-construction';
  return rounds.some(({ acceptedAt }) => acceptedAt) ? 'in-approval' : undefined;
}

const rankOf = (state: Project['state'] | undefined): number => steps.findIndex((one) => one === state);

/** A project as the facts have brought it on; undefined where they say nothing new. Nothing brings it back. */
export function broughtOn(found: Project, known: Known): ProjectChange | undefined {
  const stands = found.state === 'suspended' ? found.was : found.state;
  const step = reached(stands, known);
  const first = known.rounds.flatMap(({ acceptedAt }) => acceptedAt ?? []).toSorted((a, b) => +a - +b)[0];
  const began = earlier(found.approvalBegan, first);
  const isSuspended = found.state === 'suspended';
  const isFurther = rankOf(step) > rankOf(stands);
  const set = { ...(began && { approvalBegan: began }), ...(isSuspended && isFurther && step && { was: step }) };
  if (isFurther && step && !isSuspended) return changed(found, acts[step], set);
  const isNews = began?.getTime() !== found.approvalBegan?.getTime() || 'was' in set;
  return isNews ? changed(found, 'note-progress', set) : undefined;
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

/** Whether cases that are known here speak against an act by hand: what was granted elsewhere is not known here, what is open or refused is. */
export function speakAgainst(act: string, { rounds, planned }: Known): boolean {
  const against = new Set(
    planned?.plan.items.flatMap(({ key, state }) => (state === 'in-hand' || state === 'refused' ? [key] : [])),
  );
  const permit = planned?.stagePlan.permit;
  if (act === 'begin-construction') return permit !== undefined && against.has(permit);
  if (act !== 'complete') return false;
  const isUnderWay = rounds.some(({ stage, state }) => stage === 4 && isOpen(state));
  return isUnderWay || (planned?.plan.items ?? []).some(({ stage, key }) => stage === 4 && against.has(key));
}
