import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { confirmInvestor, declineInvestor, proposeInvestor } from '../../domain/project/acts.ts';
import type { ProjectChange } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import { sameInvestor } from '../../problems/project.ts';
import type { investorBody } from '../../schemas/project.ts';
import { saveAct, toActOn } from '../project/acted.ts';
import { investorOf } from '../project/whose.ts';

/** Staff name who is to become the investor; a later proposal takes the place of one that is not answered. */
export const proposeInvestorOf =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof investorBody>>>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const [investor, ids] = await Promise.all([
      investorOf(call.body.investor, deps),
      deps.parties.group(found.investor.partyId),
    ]);
    if (ids.includes(investor.partyId)) return refuse(sameInvestor);
    const { reasons } = call.body;
    return saveAct(proposeInvestor(found, { ...investor, at: call.cause.at, reasons }), call, deps);
  };

/** Whoever is to become the investor answers for itself. */
const answering =
  (decide: (found: Project) => ProjectChange | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    return 'problem' in found ? found : saveAct(decide(found), call, deps);
  };

export const confirmInvestorOf = answering(confirmInvestor);
export const declineInvestorOf = answering(declineInvestor);
