import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { ProblemChange } from '../../domain/problem/change.ts';
import { problemGraph, type ProblemAct, type ProblemActor } from '../../domain/problem/graph.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { actsIn } from '../../domain/record-change.ts';
import { problemMoved } from '../../problems/problem.ts';
import { isStaff } from '../project/whose.ts';

type Place = Pick<AgencyDeps, 'set' | 'city'>;

/** Its raiser and the investor; officers here; a department that it names; once handed up, the officers of the other set. */
function sees(scope: Scope, found: Problem, place: Place): boolean {
  if (!isStaff(scope)) return [found.investor, found.raiser.partyId].some((one) => scope.parties.includes(one));
  if (scope.guest) return seesFromElsewhere(scope, found, place);
  if (scope.departments === 'any' || isRaiser(scope, found)) return true;
  return found.department !== undefined && scope.departments.includes(found.department);
}

/** The city's officers read at home what was handed up, and those at home read what the city has answered. */
function seesFromElsewhere({ actor }: Scope, { home, level }: Problem, { set, city }: Place): boolean {
  const other = set === city ? home : city;
  return level !== 'district' && actor.posts.some(({ district }) => district === other);
}

function isRaiser(scope: Scope, { raiser }: Problem): boolean {
  return [...scope.parties, scope.actor.partyId].includes(raiser.partyId);
}

/** What the caller may do with it here. */
export function actionsFor(scope: Scope, found: Problem, { set, city }: Place): ProblemAct[] {
  const who: ProblemActor[] = [
    ...(scope.capacities.includes('officer-lead') && !scope.guest ? (['lead'] as const) : []),
    ...(isRaiser(scope, found) && found.home === set ? (['raiser'] as const) : []),
  ];
  const isOut = (act: ProblemAct) => (act === 'report' && set !== city) || (act === 'reopen' && found.reopened);
  return actsIn(problemGraph, found.state, who).filter((act) => !isOut(act));
}

export async function problemOf(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  deps: Place & Pick<AgencyDeps, 'problems'>,
): Promise<Problem | Refusal> {
  const found = await (await deps.problems()).get(params['id'] ?? '');
  return found && sees(scope, found, deps) ? found : refuse(problems.notFound);
}

/** Saves an act that the caller may do in this state, and says what may be done next. */
export async function saveProblem(
  change: ProblemChange | undefined,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: Place & Pick<AgencyDeps, 'problems'>,
): Promise<HttpResponse> {
  const before = change?.before;
  if (!change || (before && !actionsFor(scope, before, deps).some((one) => one === change.act))) {
    return refuse(problemMoved);
  }
  const reply = acted(change, scope, deps);
  await (await deps.problems()).save(change, { ...cause, reply });
  return reply;
}

function acted({ before, after }: ProblemChange, scope: Scope, place: Place): Reply {
  const { id, state: status, version } = after;
  const headers = { ETag: `"${version}"`, ...(!before && { Location: `/agency/problems/${id}` }) };
  const body = { id, status, version, actions: actionsFor(scope, after, place) };
  return { status: before ? 200 : 201, headers, body };
}
