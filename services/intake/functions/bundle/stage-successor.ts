import { definitionOf, type StagePlan } from '../../domain/bundle/stage-plan.ts';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { BundleSuccessor } from '../../domain/bundle/successor.ts';
import { sameContent } from '../../domain/catalogue/same-content.ts';
import type { IntakeDeps } from '../../deps.ts';
import { plannedNow } from './stage-offer.ts';

type Deps = Pick<IntakeDeps, 'catalogue' | 'stagePlans' | 'stageSettings'>;

/** The plan of a draft's stage, where it is another now than that on which the draft began; undefined where it still is that. */
export async function plannedAnew(
  bundle: Bundle,
  { stagePlans }: Pick<Deps, 'stagePlans'>,
): Promise<StagePlan | undefined> {
  const { joint, projectId, stage, definition } = bundle;
  const plan = joint && projectId && stage ? await (await stagePlans()).get({ projectId, stage }) : undefined;
  if (!plan || !joint) return undefined;
  const was = { definition, round: joint.round, lead: joint.lead, limit: joint.limit };
  const is = { definition: definitionOf(plan), round: plan.round, lead: plan.lead, limit: plan.limit };
  return sameContent(was, is) ? undefined : plan;
}

/** What the draft of a stage can go on under: its round as it is planned now. Another round has a bundle of its own. */
export async function stageSuccessor(bundle: Bundle, deps: Deps): Promise<BundleSuccessor | undefined> {
  const plan = await plannedAnew(bundle, deps);
  if (!plan || plan.round !== bundle.joint?.round) return undefined;
  const now = await plannedNow(plan, deps);
  return 'faults' in now ? undefined : { ...now, instead: new Map() };
}
