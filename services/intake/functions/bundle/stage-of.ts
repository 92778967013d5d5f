import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Scope } from '#shared/access';
import { isStage, type StageBundle } from '../../domain/bundle/stage.ts';
import type { JointItem } from '../../domain/bundle/joint.ts';
import { isOwn } from '../../domain/case/own.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { caseProblems } from '../../problems/case.ts';
import { stageInTime } from './pass-stage.ts';

/** A stage as one of the office acts on it, and who that is. */
export interface StageSeen {
  bundle: StageBundle;
  by: Scope;
}

/** The stage that the path names, as time has left it; nobody handles his own. */
export async function stageOf(
  { params, scope, cause }: Pick<Call, 'params' | 'scope' | 'cause'>,
  deps: IntakeDeps,
): Promise<StageSeen | Refusal> {
  const bundles = await deps.bundles();
  const [seen, by] = await Promise.all([bundles.get(scope, params['id'] ?? ''), deps.persons.know(scope, cause.at)]);
  if (!seen) return refuse(problems.notFound);
  const found = await stageInTime(seen.bundle, cause.at, deps);
  if (!isStage(found)) return refuse(wrongState);
  return isOwn(found, by.actor) ? refuse(caseProblems['own-case']) : { bundle: found, by };
}

/** Who acts, as what spreads to the cases names him. */
export const whoActs = ({ scope, cause }: Pick<Call, 'scope' | 'cause'>) => ({
  at: cause.at,
  by: { sub: scope.actor.sub, partyId: scope.actor.partyId, office: cause.office },
});

interface Waiting {
  item: string;
  code: string;
}

export const ofItems = (items: readonly JointItem[], code: string): Waiting[] =>
  items.map(({ itemKey }) => ({ item: itemKey, code }));

/** A refusal that names the parts for which an act waits. */
export const refuseFor = (
  problem: Parameters<typeof refuse>[0],
  waiting: readonly Waiting[],
  language: Language,
): Refusal =>
  refuse(
    problem,
    waiting.map(({ item, code }) => ({ pointer: `/parts/${item}`, code, message: problem[language] })),
  );
