import { pointerOf, problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { Decide, Refused } from '../../domain/case/change.ts';
import { refusalOf, type Act } from '../../domain/case/graph.ts';
import { withHand } from '../../domain/case/hands.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { acted } from '../../reply.ts';
import { fits } from './fits.ts';
import { saveChange, type Changing, type SavingDeps } from './save-change.ts';
import { timeFirst } from './time-first.ts';

/** An act on a case and what decides it; what an act must look up first it does there. */
interface Carried<Body> {
  act: Act;
  decide: (application: Application) => Decide<Body> | Promise<Decide<Body>>;
}

/** Loads the case, asks the graph, decides, saves: the way of every act that needs nothing else. */
export async function carryOut<Body>(
  call: Call<unknown, Body>,
  { act, decide }: Carried<Body>,
  deps: IntakeDeps,
): Promise<HttpResponse> {
  const { params, body, ifMatch, scope, cause, language } = call;
  const [found, by] = await Promise.all([
    deps.applications.get(scope, params['id'] ?? ''),
    deps.persons.know(scope, cause.at),
  ]);
  if (!found) return refuse(problems.notFound);
  if (ifMatch !== 0 && ifMatch !== found.version) return refuse(problems.versionStale);
  const moved = await timeFirst(found, cause.at, deps);
  const application = moved ?? found;
  const refused = refusalOf(application, act, by);
  if (refused === 'stage-not-accepted') return heldBy(application, language, deps);
  if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);
  const [calendar, decideNow] = await Promise.all([deps.calendars.current(), decide(application)]);
  return settle(
    decideNow(application, { at: cause.at, body, by, calendar, task: Number(params['n'] ?? 0) }),
    { ...call, scope: by },
    deps,
  );
}

/** Few cases are part of a stage: what names its lead is loaded with the first. */
async function heldBy(application: Application, language: Language, deps: IntakeDeps): Promise<Refusal> {
  return (await import('./held-by-stage.ts')).heldRefusal(application, language, deps);
}

/** Saves what was decided, with the reply that its mark will repeat; or says why it was refused. */
export async function settle(
  decided: Changing | Refused,
  { scope, cause, language }: Pick<Call, 'scope' | 'cause' | 'language'>,
  deps: SavingDeps & Pick<IntakeDeps, 'calendars'>,
): Promise<HttpResponse> {
  if ('refused' in decided) return refusalIn(decided, language);
  const change = { ...decided, application: withHand(decided, scope) };
  if (!fits(change)) return refuse(caseProblems['record-full']);
  const reply = acted(change.application, scope);
  const calendar = await deps.calendars.current();
  const refused = await saveChange(change, { ...cause, reply, calendar }, deps);
  return refused ? refusalIn(refused, language) : reply;
}

/** A refusal with the places it is about. */
export async function refusalIn({ refused, faults = [] }: Refused, language: Language): Promise<Refusal> {
  const { problemOf } = await import('./refusal-words.ts');
  const problem = problemOf(refused);
  const told = faults.map(({ path }) => ({ pointer: pointerOf(path), code: refused, message: problem[language] }));
  return refuse(problem, told);
}

/** The function of a route whose act looks at the case alone. */
export const onCase =
  <Body>(act: Act, decide: Decide<Body>) =>
  (deps: IntakeDeps) =>
  (call: Call<unknown, Body>): Promise<HttpResponse> =>
    carryOut(call, { act, decide: () => decide }, deps);
