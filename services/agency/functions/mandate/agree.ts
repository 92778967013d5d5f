import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { drawUp, seal } from '../../domain/mandate/acts.ts';
import { investorChanged, notCarried, projectOver } from '../../problems/mandate.ts';
import { living } from '../../domain/project/graph.ts';
import type { mandateBody } from '../../schemas/mandate.ts';
import { saveAct, toActOn } from './acted.ts';
import { termsFaults, termsIn } from './terms.ts';

/** The officer who carries the project writes down what is agreed. */
export const drawUpMandate =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof mandateBody>>>): Promise<HttpResponse> => {
    const faults = termsFaults(call.body, call);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    if (!found.who.includes('officer')) return refuse(notCarried);
    const drawn = { ...termsIn(call.body), officer: call.scope.actor.partyId, authorityId: deps.newId() };
    return saveAct(drawUp(found.mandate, found.who, drawn), { ...found, cause: call.cause }, deps);
  };

/** 申请人签章: the investor consents to what it has seen, with strong identity; from here on its officer may act. */
export const sealMandate =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const { mandate, project, who } = found;
    if (!project || !living.includes(project.state)) return refuse(projectOver);
    if (!call.scope.parties.includes(project.investor.partyId)) return refuse(investorChanged);
    const { partyId: by, assurance } = call.scope.actor;
    return saveAct(seal(mandate, who, { at: call.cause.at, by, assurance }), { ...found, cause: call.cause }, deps);
  };
