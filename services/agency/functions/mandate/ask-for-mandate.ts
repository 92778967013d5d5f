import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { askFor } from '../../domain/mandate/acts.ts';
import { living } from '../../domain/project/graph.ts';
import { mandateUnfinished, projectOver } from '../../problems/mandate.ts';
import type { mandateBody } from '../../schemas/mandate.ts';
import { isStaff } from '../project/whose.ts';
import { acted } from './acted.ts';
import { termsFaults, termsIn } from './terms.ts';
import { actorsOf, sees } from './whose.ts';

/** 自愿: the investor asks for an officer, or the office offers one; nothing is agreed by it. */
export const askForMandate =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof mandateBody>>>): Promise<HttpResponse> => {
    const { params, scope, cause, body } = call;
    const faults = termsFaults(body, call);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !sees(scope, { principal: project.investor.partyId })) return refuse(problems.notFound);
    if (!living.includes(project.state)) return refuse(projectOver);
    const mandates = await deps.mandates();
    if (await mandates.unfinishedOf(project.id)) return refuse(mandateUnfinished);
    const change = askFor(project, {
      ...termsIn(body),
      id: deps.newId(),
      authorityId: deps.newId(),
      number: await mandates.nextNumber(cause.at),
      askedBy: isStaff(scope) ? 'office' : 'investor',
      at: cause.at,
    });
    const { mandate } = change;
    const reply = acted(mandate, actorsOf(scope, { mandate, project }), 201);
    await mandates.save(change, { ...cause, reply }, project);
    return reply;
  };
