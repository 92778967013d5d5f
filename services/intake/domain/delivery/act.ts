import * as z from 'zod';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { fact, type Fact } from '#events/event';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import type { Handler } from '../case/graph.ts';
import type { Entitled } from '../party/entitled.ts';
import type { Entry } from '../party/entry.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import type { DeliveryWay, Proof } from './state.ts';
import { deliveryArrow, type DeliveryNotNow } from './graph.ts';
import type { DeliveryAct } from './state.ts';

/** Where post goes: as the applicant wrote it, or the place in his form where it stands. Kept apart from the record. */
export const address = once(() =>
  z.union([
    z.strictObject({ recipient: z.string(), phone: z.string(), text: z.string() }),
    z.strictObject({ at: z.string() }),
  ]),
);
export type Address = z.infer<ReturnType<typeof address>>;

/** What an act changes of a delivery. */
export interface DeliveryChange {
  before: Delivery | undefined;
  delivery: Delivery;
  act: DeliveryAct;
  reason?: string;
  facts: readonly Fact[];
  address?: Address | undefined;
  late?: true;
}

export type DeliveryFault = 'no-hall' | 'wrong-code' | 'other-hall' | 'not-entitled' | 'taken-then';
export interface DeliveryRefused {
  refused: DeliveryNotNow | DeliveryFault;
  /** Where in what was sent that stands. */
  pointer?: string;
}

/** What a decision about a delivery is made from. */
export interface Delivering<Body = unknown> {
  at: Date;
  by: Pick<Handler, 'actor'>;
  body: Body;
  /** The set that owns the case. */
  district: string;
}
export type DecideDelivery<Body> = (found: Delivery, given: Delivering<Body>) => DeliveryChange | DeliveryRefused;

/** A case is decided: its result is due. */
export function begin(decided: Application, district: string): DeliveryChange {
  return told({ before: undefined, delivery: deliveryOf(decided), act: 'begin' }, district);
}

export interface Choice {
  way: DeliveryWay;
  hall?: string | undefined;
  address?: Address | undefined;
  /** Of a desk that chooses for him. */
  entry?: Entry | undefined;
}

/** The applicant chooses anew, until the result is on its way. */
export function choose(found: Delivery, { body, district }: Delivering<Choice>): DeliveryChange {
  const { way, hall, address: to, entry } = body;
  const change = step(found, 'choose', { way, hall, entry, pickUpCode: undefined });
  return { ...told(change, district), address: to };
}

/** It lies at the window; with the code somebody else can fetch it. */
export function makeReady(
  found: Delivery,
  { body, district }: Delivering<{ code: string; hall?: string | undefined }>,
): DeliveryChange | DeliveryRefused {
  const { code, hall = found.hall } = body;
  if (found.hall !== undefined && hall !== found.hall) return { refused: 'other-hall', pointer: '/hall' };
  // Nobody could know where to fetch it, nor a desk elsewhere that it does not lie there.
  if (hall === undefined) return { refused: 'no-hall', pointer: '/hall' };
  return told(step(found, 'make-ready', { pickUpCode: code, hall }), district);
}

export function send(found: Delivery, given: Delivering<{ carrier: string; trackingNumber: string }>): DeliveryChange {
  return told(step(found, 'send', { carriage: { ...given.body, at: given.at } }), given.district);
}

/** It came back: it is due again, and the applicant may choose another way. */
export function comeBack(found: Delivery, { body, district }: Delivering<{ reason: string }>): DeliveryChange {
  return { ...told(step(found, 'return', { carriage: undefined }), district), reason: body.reason };
}

export function download(found: Delivery, { at, by, district }: Delivering): DeliveryChange {
  return prove(found, 'download', { proof: { kind: 'downloaded', at, by: by.actor.sub }, district });
}

export interface HandingOver {
  code?: string | undefined;
  entry: Entry;
  /** By what right somebody without the code takes it; a signature alone gives it to nobody. */
  entitled?: Exclude<Entitled, { saw: 'signature' }> | undefined;
  /** What supervision counts of it. */
  measured?: readonly Fact[];
}

/** A window hands it over where it lies, to the party, to who may act for it, or to whoever has the code. */
export function handOver(
  found: Delivery,
  { at, by, body, district }: Delivering<HandingOver>,
): DeliveryChange | DeliveryRefused {
  const { code, entry, entitled, measured = [] } = body;
  if (found.hall !== undefined && entry.hall !== found.hall) return { refused: 'other-hall', pointer: '/entry/hall' };
  if (code !== undefined && code !== found.pickUpCode) return { refused: 'wrong-code' };
  const right = code === undefined ? entitled : ({ saw: 'code' } as const);
  if (!right) return { refused: 'not-entitled', pointer: '/entry/present/document' };
  const proof = { kind: 'picked-up' as const, at, by: by.actor.sub, ...right, entry };
  const change = prove(found, 'hand-over', { proof, district });
  return { ...change, facts: [...change.facts, ...measured] };
}

/** The carrier says who took it: after it was sent, and not in days to come. */
export function proveCarriage(
  found: Delivery,
  { at, by, body, district }: Delivering<{ takenBy: 'recipient' | 'other'; takenAt: Date }>,
): DeliveryChange | DeliveryRefused {
  const { takenAt } = body;
  const sent = found.carriage?.at ?? at;
  if (takenAt < sent || at < takenAt) return { refused: 'taken-then', pointer: '/takenAt' };
  return prove(found, 'prove', { proof: { kind: 'signed-for', at, by: by.actor.sub, ...body }, district });
}

/** The clock: ten working days are over and nothing proves that it was delivered. */
export function warnLate(found: Delivery): DeliveryChange {
  return { ...step(found, 'warn', { warned: true }), facts: [], late: true };
}

/** The grant is gone: its result stays with the office, and what has left it is no longer good. Its holder hears of it from the case that takes it back. */
export function takeBack(found: Delivery, { at, caseId }: { at: Date; caseId: string }): DeliveryChange {
  return { ...step(found, 'take-back', { takenBack: { at, caseId } }), facts: [] };
}

/** The grant stands again: its result goes on from where it was. */
export function restore(found: Delivery, { at, district }: { at: Date; district: string }): DeliveryChange {
  return told(step(found, 'restore', { takenBack: undefined, restoredAt: at, warned: false }), district);
}

function prove(
  found: Delivery,
  act: DeliveryAct,
  { proof, district }: { proof: Proof; district: string },
): DeliveryChange {
  return told(step(found, act, { proof }), district);
}

type Step = Pick<DeliveryChange, 'before' | 'delivery' | 'act'>;

function step(before: Delivery, act: DeliveryAct, changed: Partial<Delivery>): Step {
  const arrow = deliveryArrow(before, act);
  if (!arrow) throw new Error(`the graph has no ${act} from ${before.state}`);
  return { before, delivery: { ...before, ...changed, state: arrow.to, version: before.version + 1 }, act };
}

function told(change: Step, district: string): DeliveryChange {
  const { caseId, itemKey, partyId, state, way } = change.delivery;
  if (state === 'taken-back') return { ...change, facts: [] };
  const data = { caseId, itemKey, district, partyId, state, way, reasonCode: change.act };
  return { ...change, facts: [fact(DeliveryChangedV1, data)] };
}
