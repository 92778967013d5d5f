import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { register } from '../../domain/project/register.ts';
import { codeTaken } from '../../problems/project.ts';
import type { projectBody } from '../../schemas/project.ts';
import { factFaults } from './fact-faults.ts';
import { acted } from './acted.ts';
import { codeFault } from './codes.ts';
import { investorOf } from './whose.ts';

/** An officer who registers a project carries it until it is handed over. */
export const registerProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof projectBody>>>): Promise<HttpResponse> => {
    const { scope, cause, body } = call;
    const codes = body.code === undefined ? [] : [body.code];
    const faults = [...codes.flatMap((code) => codeFault(code, '/code', call)), ...factFaults(body, '', call)];
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const projects = await deps.projects();
    const [owner] = await projects.byCodes(codes);
    if (owner !== undefined) return refuse(codeTaken);
    const officer = scope.capacities.includes('officer') ? { officer: scope.actor.partyId } : {};
    const investor = await investorOf(body.investor, deps);
    const change = register({ ...body, id: deps.newId(), investor, ...officer }, cause.at);
    const reply = acted(change.project, { scope, at: cause.at, status: 201 });
    await projects.save(change, { ...cause, reply });
    return reply;
  };
