import type * as z from 'zod';
import { partyIdOf } from '#shared/party';
import { refuse, type Call, type Refusal } from '#shared/route';
import { handOver, type Entitled, type HandingOver } from '../../domain/delivery/act.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { heldUntil, tried } from '../../domain/tracking/tries.ts';
import type { IntakeDeps } from '../../deps.ts';
import { tooManyCodes } from '../../problems/delivery.ts';
import type { handOverBody } from '../../schemas/delivery.ts';
import { refusalOf } from '../../standing.ts';
import { entryKept } from '../party/desk-entry.ts';
import { onDelivery } from './carry-out.ts';

type Given = Call<unknown, z.infer<ReturnType<typeof handOverBody>>>;

/** The clerk says what he saw; a document of whoever came becomes an id, and that is held against the party of the case. */
export const handOverResult = onDelivery({
  act: 'hand-over',
  decide: handOver,
  read: async (call: Given, deps: IntakeDeps, found: Delivery): Promise<HandingOver | Refusal> => {
    const { code, entry: given } = call.body;
    const entry = await entryKept(given, call, deps);
    if (code !== undefined) return (await held({ call, code }, found, deps)) ?? { code, entry };
    const entitled = await entitledBy(call, deps);
    return entitled && 'problem' in entitled ? entitled : { entry, entitled };
  },
});

/** Guessing is stopped as for the tracking code: each try is counted before it is answered. */
async function held(
  { call: { cause }, code }: { call: Given; code: string },
  { caseId, pickUpCode }: Delivery,
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const tracking = await deps.tracking();
  const of = `PICK-UP-${caseId}`;
  const tries = await tracking.tries(of);
  const until = heldUntil(tries, cause.at);
  const seconds = until && Math.max(1, Math.ceil((until.getTime() - cause.at.getTime()) / 1000));
  if (seconds !== undefined) return { ...refuse(tooManyCodes), headers: { 'Retry-After': String(seconds) } };
  await tracking.count(of, tried(tries, { at: cause.at, right: code === pickUpCode }), cause.at);
  return undefined;
}

/** By what right he takes it whose document the clerk saw; undefined where by none. */
async function entitledBy({ params, body, scope, cause }: Given, deps: IntakeDeps) {
  const document = body.entry.present?.document;
  const found = await deps.applications.get(scope, params['id'] ?? '');
  if (!document || !found) return undefined;
  const came = partyIdOf(await deps.partyKey(), document);
  const parties = [came];
  const person = { ...scope, parties, capacities: ['applicant' as const], actor: { ...scope.actor, partyId: came } };
  const { id: caseId, itemKey, partyId, heldBy, authorityId, projectId, stage } = found;
  const matter = { caseId, itemKey, partyId, ...(projectId && { projectId }), ...(stage && { stage }) };
  const place = await deps.standing.forCase(person, { ...matter, ...(authorityId && { authorityId }) }, cause.at);
  const itself: Entitled = { saw: 'identity' };
  if (heldBy !== undefined && parties.includes(heldBy)) return itself;
  if ('refused' in place) return undefined;
  if (place.place === 'own') return itself;
  const unconfirmed = refusalOf(place);
  const by: Entitled = { saw: 'authority', authorityId: place.authority.authorityId };
  return unconfirmed ? refuse(unconfirmed) : by;
}
