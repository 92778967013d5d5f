import type * as z from 'zod';
import { dayOf, startOf } from '#shared/calendar';
import { documentIn } from '#shared/named-party';
import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { begin, faultsOf } from '../../domain/authority/begin.ts';
import { notYours } from '../../problems/authority.ts';
import type { consentBody } from '../../schemas/authority.ts';
import { saveAct } from './acted.ts';
import { wordsOf } from './faults.ts';

/** By the consent of the principal, whose identity is proved at level 3: who is to act is asked whether he will. */
export const beginOnline =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof consentBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const { kind, items, cases, until, names } = body;
    const principal = body.principal ?? scope.actor.partyId;
    if (!scope.parties.includes(principal)) return refuse(notYours);
    const delegate = partyIdOf(await deps.partyKey(), documentIn(body.delegate));
    const isOrganisation = scope.actor.orgs.includes(principal) || scope.actor.kind === 'organisation';
    const faults = faultsOf({ kind, principal, delegate, isOrganisation, items, until }, dayOf(cause.at));
    if (faults.length > 0) return refuse(problems.invalidInput, wordsOf(faults, call));
    const change = begin({
      id: deps.newId(),
      kind,
      principal,
      delegate,
      names,
      scope: { items, ...(cases && { cases }) },
      from: cause.at,
      until: until === undefined ? undefined : startOf(until),
      basis: { by: 'consent', at: cause.at, party: scope.actor.partyId, assurance: scope.actor.assurance },
      begunAt: cause.at,
      isAccepted: false,
    });
    return saveAct(change, { cause, who: ['principal'], status: 201 }, deps);
  };
