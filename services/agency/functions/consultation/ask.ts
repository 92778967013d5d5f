import type * as z from 'zod';
import type { Scope } from '#shared/access';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { ask } from '../../domain/consultation/act.ts';
import type { Asked } from '../../domain/consultation/consultation.ts';
import type { Project } from '../../domain/project/project.ts';
import { notAsked } from '../../problems/consultation.ts';
import type { askBody } from '../../schemas/consultation.ts';
import { sees } from '../project/whose.ts';
import { saveConsultation } from './whose.ts';
import { hereAt } from '../settings/here.ts';

/** Anyone asks for himself; about a project its officer is named at once, where the team is asked. */
export const askOffice =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof askBody>>>): Promise<HttpResponse> => {
    const { scope, cause, body } = call;
    const project = await projectOf(body.projectId, scope, deps);
    if (body.projectId !== undefined && !project) return refuse(notAsked);
    const to: Asked =
      body.department === undefined ? { kind: 'team' } : { kind: 'department', department: body.department };
    const [asker, answerer] = [askerIn(scope, project), to.kind === 'team' ? project?.officer : undefined];
    const asking = { id: deps.newId(), asker, to, text: body.text };
    const named = { ...(project && { projectId: project.id }), ...(answerer !== undefined && { answerer }) };
    return saveConsultation(ask({ ...asking, ...named }, await hereAt(cause.at, deps)), call, deps);
  };

/** Whoever acts for the investor asks for it, about its project. */
const askerIn = (scope: Scope, project: Project | undefined): string =>
  scope.parties.find((one) => one === project?.investor.partyId) ?? scope.actor.partyId;

async function projectOf(
  id: string | undefined,
  scope: Scope,
  deps: Pick<AgencyDeps, 'projects'>,
): Promise<Project | undefined> {
  const found = id === undefined ? undefined : await (await deps.projects()).get(id);
  return found && sees(scope, found) ? found : undefined;
}
