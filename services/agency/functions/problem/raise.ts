import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { raise } from '../../domain/problem/act.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { noSuchProject } from '../../problems/problem.ts';
import type { problemBody } from '../../schemas/problem.ts';
import { hereAt } from '../settings/here.ts';
import { isStaff, sees } from '../project/whose.ts';
import { saveProblem } from './whose.ts';

/** What holds a project up is raised by its investor, by an officer, or by a department. */
export const raiseProblem =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof problemBody>>>): Promise<HttpResponse> => {
    const { scope, cause, body } = call;
    const project = await (await deps.projects()).get(body.projectId);
    if (!project || !sees(scope, project)) return refuse(noSuchProject);
    const investor = project.investor.partyId;
    const given = { ...body, id: deps.newId(), investor, raiser: raiserIn(scope, investor) };
    return saveProblem(raise(given, await hereAt(cause.at, deps)), call, deps);
  };

function raiserIn(scope: Scope, investor: string): Problem['raiser'] {
  if (!isStaff(scope)) return { kind: 'investor', partyId: investor };
  return { kind: scope.departments === 'any' ? 'officer' : 'department', partyId: scope.actor.partyId };
}
