import type * as z from 'zod';
import { refuse, type Call, type Refusal } from '#shared/route';
import { handOver, type HandingOver } from '../../domain/delivery/act.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { visitFacts } from '../../domain/supervision/measure.ts';
import { heldUntil, tried } from '../../domain/tracking/tries.ts';
import type { IntakeDeps } from '../../deps.ts';
import { tooManyCodes } from '../../problems/delivery.ts';
import type { handOverBody } from '../../schemas/delivery.ts';
import { entryKept } from '../party/desk-entry.ts';
import { entitledBy } from '../party/entitled.ts';
import { onDelivery, type Found } from './carry-out.ts';

type Given = Call<unknown, z.infer<ReturnType<typeof handOverBody>>>;

/** The clerk says what he saw; a document of whoever came becomes an id, and that is held against the party of the case. */
export const handOverResult = onDelivery({
  act: 'hand-over',
  decide: handOver,
  read: async (call: Given, deps: IntakeDeps, found: Found): Promise<HandingOver | Refusal> => {
    const { code, entry: given } = call.body;
    const entry = await entryKept(given, call, deps);
    const measured = visitFacts(found.application);
    if (code !== undefined) return (await held({ call, code }, found.delivery, deps)) ?? { code, entry, measured };
    const document = given.present?.document;
    const entitled = document && (await entitledBy(found.application, { ...call, document }, deps));
    return entitled && 'problem' in entitled ? entitled : { entry, entitled, measured };
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
