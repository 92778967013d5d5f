import type * as z from 'zod';
import { dayOf, startOf } from '#shared/calendar';
import { documentIn } from '#shared/named-party';
import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { begin, faultsOf, grownUp, proofFaults } from '../../domain/authority/begin.ts';
import { ownAuthority } from '../../problems/authority.ts';
import type { windowBody } from '../../schemas/authority.ts';
import { saveAct } from './acted.ts';
import { wordsOf } from './faults.ts';
import { isOwn } from './whose.ts';

type Body = z.infer<ReturnType<typeof windowBody>>;
type Beginning = Call<unknown, Body>;

/** At a window: identities were seen, the signature is kept. Who is there and accepts need not do so again. */
export const beginAtWindow =
  (deps: AgencyDeps) =>
  async (call: Beginning): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const { kind, items, cases, names, signature, evidence } = body;
    const sides = await sidesOf(call, deps);
    if (isOwn(scope, { kind, ...sides })) return refuse(ownAuthority);
    const faults = faultsIn(body, { ...sides, today: dayOf(cause.at) });
    if (faults.length > 0) return refuse(problems.invalidInput, wordsOf(faults, call));
    const change = begin({
      ...sides,
      id: deps.newId(),
      kind,
      names,
      scope: { items, ...(cases && { cases }) },
      from: cause.at,
      until: endOf(body),
      basis: { by: 'window', at: cause.at, office: scope.office, signature, evidence },
      begunAt: cause.at,
      isAccepted: body.delegatePresent || kind === 'clerk-assisted' || kind === 'legal-representative',
    });
    return saveAct(change, { cause, who: ['window'], status: 201 }, deps);
  };

/** A clerk who helps acts himself; everybody else is named by a document. */
async function sidesOf({ body, scope }: Beginning, { partyKey }: Pick<AgencyDeps, 'partyKey'>) {
  const key = await partyKey();
  const principal = partyIdOf(key, documentIn(body.principal));
  const delegate = body.delegate ? partyIdOf(key, documentIn(body.delegate)) : scope.actor.partyId;
  return { principal, delegate };
}

function faultsIn(body: Body, { today, ...sides }: { principal: string; delegate: string; today: string }) {
  const { kind, items, until, ward, evidence } = body;
  const isNamed = body.delegate !== undefined || kind === 'clerk-assisted';
  const isOrganisation = body.principal.kind === 'organisation';
  const terms = { kind, principal: sides.principal, delegate: isNamed ? sides.delegate : undefined, isOrganisation };
  return [...faultsOf({ ...terms, items, until }, today), ...proofFaults({ kind, ward, evidence }, today)];
}

/** A guardian acts until the ward is grown up; of an adult without capacity (民法典 art. 28) until it is ended. */
function endOf({ until, ward }: Body): Date | undefined {
  const end = ward && 'born' in ward ? grownUp(ward.born) : until;
  return end === undefined ? undefined : startOf(end);
}
