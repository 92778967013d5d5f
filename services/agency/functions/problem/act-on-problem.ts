import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import * as domain from '../../domain/problem/act.ts';
import type { Here, ProblemChange } from '../../domain/problem/change.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { solveBody } from '../../schemas/problem.ts';
import { hereAt } from '../settings/here.ts';
import { problemOf, saveProblem } from './whose.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** An act that is decided by the problem, who acts, what he says, and where and when. */
const acting =
  <Said>(decide: (found: Problem, call: Call<unknown, Said>, here: Here) => ProblemChange | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await problemOf(call, deps);
    if ('problem' in found) return found;
    return saveProblem(decide(found, call, await hereAt(call.cause.at, deps)), call, deps);
  };

const plainly = (decide: (found: Problem, here: Here) => ProblemChange | undefined) =>
  acting((found, _call, here) => decide(found, here));

export const coordinateProblem = acting((found, { scope }, here) =>
  domain.coordinate(found, scope.actor.partyId, here),
);
export const solveProblem = acting((found, { scope, body }: With<typeof solveBody>, here) =>
  domain.solve(found, { by: scope.actor.partyId, text: body.text }, here),
);
export const escalateProblem = plainly(domain.escalate);
export const reportProblem = plainly(domain.report);
export const confirmProblem = plainly(domain.confirm);
export const reopenProblem = plainly(domain.reopen);
export const withdrawProblem = plainly(domain.withdraw);
