import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { give } from '../../domain/guidance/sheet.ts';
import { notCarried } from '../../problems/guidance.ts';
import type { guidanceBody } from '../../schemas/guidance.ts';
import { saidNow } from './said-now.ts';

/** Whoever carries the project, or the lead, gives out what is said of it today: it is kept as it is. */
export const giveGuidance =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof guidanceBody>>>): Promise<HttpResponse> => {
    const { params, scope, cause, body } = call;
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project) return refuse(problems.notFound);
    const by = scope.actor.partyId;
    if (project.officer !== by && !scope.capacities.includes('officer-lead')) return refuse(notCarried);
    const said = await saidNow(project, cause.at, deps);
    if ('problem' in said) return said;
    const store = await deps.guidance();
    const given = give({ ...body, id: deps.newId(), at: cause.at, by, said, project }, await store.last(project.id));
    const { id, n, changes } = given.sheet;
    const reply = {
      status: 201,
      headers: { Location: `/agency/projects/${project.id}/guidance?n=${n}` },
      body: { id, n, changes },
    };
    await store.give(given, { ...cause, reply });
    return reply;
  };
