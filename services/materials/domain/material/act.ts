import type * as z from 'zod';
import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import { fact, type Fact } from '#events/event';
import { versionArrow, type Doer } from './graph.ts';
import { versionOf, type Declared, type Material, type Version } from './material.ts';
import { cleanKey } from './place.ts';
import type { Refusal, VersionAct } from './state.ts';

/** What an act changes of a document. `material` is undefined where nothing is left of it. */
export interface MaterialChange {
  before: Material | undefined;
  material: Material | undefined;
  act: VersionAct | 'declare';
  /** Which version it was about. */
  n: number;
  facts: readonly Fact[];
}

export type NotNow = { refused: 'wrong-state' | 'no-such-version' | 'upload-open' };

/** A file that this owner has had checked before: it need not be sent again. */
export interface Held {
  objectKey: string;
}

/** The same where it came by another of his ids: a version has a copy of its own, as what joins the ids may be undone. */
export const copied = 'copied';

/** What a version begins from. */
export interface Declaring {
  at: Date;
  declared: Declared;
  held: Held | typeof copied | undefined;
}

/** A new document: its first version waits for its file, or has it already. */
export function declare(
  identity: Pick<Material, 'id' | 'partyId' | 'type' | 'about'>,
  declaring: Declaring,
): MaterialChange {
  const material: Material = {
    ...identity,
    version: 1,
    createdAt: declaring.at,
    versions: [versionFrom({ id: identity.id, n: 1 }, declaring)],
    timelineHash: '',
  };
  return { before: undefined, material, act: 'declare', n: 1, facts: factsOf(material, 1) };
}

/** The next version of a document; the one before stays for the cases that use it. */
export function declareNext(before: Material, declaring: Declaring): MaterialChange | NotNow {
  const last = before.versions.at(-1);
  if (last?.state === 'awaiting-upload' || last?.state === 'checking') return { refused: 'upload-open' };
  const n = Math.max(last?.n ?? 0, before.numbered ?? 0) + 1;
  const versions = [...before.versions, versionFrom({ id: before.id, n }, declaring)];
  const material = { ...before, version: before.version + 1, versions, numbered: n };
  return { before, material, act: 'declare', n, facts: factsOf(material, n) };
}

/** The file of what was just declared comes in parts, under the bucket's name for their upload. */
export function inParts(change: MaterialChange, uploadId: string): MaterialChange {
  const { material, n } = change;
  const versions = material?.versions.map((one) => (one.n === n ? { ...one, uploadId } : one));
  return { ...change, material: material && { ...material, versions: versions ?? [] } };
}

/** The file has come: it is looked at. A second notice of it looks again, as the first look may have been cut off. */
export function beginCheck(before: Material, n: number): MaterialChange | NotNow {
  return act(before, { act: 'begin-check', n, doer: 'checker', with: {} });
}

/** It is what its owner said, and harmless. */
export function pass(before: Material, n: number, { at, objectKey }: Held & { at: Date }): MaterialChange | NotNow {
  return act(before, { act: 'pass', n, doer: 'checker', with: { checkedAt: at, objectKey } });
}

/** It is not taken, and its owner is told why. */
export function refuse(before: Material, n: number, { at, why }: { at: Date; why: Refusal }): MaterialChange | NotNow {
  return act(before, { act: 'refuse', n, doer: 'checker', with: { checkedAt: at, refused: why } });
}

/** The owner offers it no more; cases that use it keep it. */
export function withdraw(before: Material, n: number): MaterialChange | NotNow {
  return act(before, { act: 'withdraw', n, doer: 'owner', with: {} });
}

/** Its last day has passed. */
export function expire(before: Material, n: number): MaterialChange | NotNow {
  return act(before, { act: 'expire', n, doer: 'clock', with: {} });
}

/** It ends soon: its owner is told, once. */
export function warn(before: Material, n: number, at: Date): MaterialChange | NotNow {
  const change = act(before, { act: 'warn', n, doer: 'clock', with: { warnedAt: at } });
  const found = versionOf(before, n);
  if ('refused' in change || !found?.validUntil) return change;
  const { id, partyId, type } = before;
  const data = { materialId: id, version: n, partyId, type, validUntil: found.validUntil };
  return { ...change, facts: [fact(MaterialExpiringV1, data)] };
}

/** An upload that was never finished: nothing is kept of it. */
export function giveUp(before: Material, n: number, doer: Doer): MaterialChange | NotNow {
  return remove(before, n, { act: 'give-up', doer });
}

/** What leaves nothing of a version. */
export function remove(
  before: Material,
  n: number,
  { act: name, doer }: { act: 'give-up' | 'drop'; doer: Doer },
): MaterialChange | NotNow {
  const found = versionOf(before, n);
  if (!found) return { refused: 'no-such-version' };
  if (!versionArrow(found.state, name, doer)) return { refused: 'wrong-state' };
  const versions = before.versions.filter((one) => one !== found);
  const numbered = Math.max(n, before.numbered ?? 0);
  const material = versions.length > 0 ? { ...before, version: before.version + 1, versions, numbered } : undefined;
  return { before, material, act: name, n, facts: [] };
}

export interface Acting {
  act: VersionAct;
  n: number;
  doer: Doer;
  with: Partial<Version>;
}

/** One step of a version along its graph, with what that changes of it. */
export function act(before: Material, { act: name, n, doer, with: changed }: Acting): MaterialChange | NotNow {
  const found = versionOf(before, n);
  if (!found) return { refused: 'no-such-version' };
  const arrow = versionArrow(found.state, name, doer);
  if (!arrow || arrow.to === 'removed') return { refused: 'wrong-state' };
  const { to: state } = arrow;
  const versions = before.versions.map((one) => (one === found ? { ...one, ...changed, state } : one));
  const material = { ...before, version: before.version + 1, versions };
  return { before, material, act: name, n, facts: state === found.state ? [] : factsOf(material, n) };
}

function versionFrom({ id, n }: { id: string; n: number }, { at, declared, held }: Declaring): Version {
  if (!held) return { ...declared, n, state: 'awaiting-upload', declaredAt: at };
  const objectKey = held === copied ? cleanKey(id, n) : held.objectKey;
  return { ...declared, n, state: 'available', declaredAt: at, checkedAt: at, objectKey };
}

type Told = z.infer<(typeof MaterialChangedV1)['data']>['state'];
const isTold = (state: Version['state']): state is Told =>
  state === 'available' || state === 'refused' || state === 'expired' || state === 'withdrawn';

/** What others hear of: never that somebody is about to send something. */
function factsOf(material: Material, n: number): Fact[] {
  const found = versionOf(material, n);
  if (!found || !isTold(found.state)) return [];
  const { id, partyId, type } = material;
  const data = { materialId: id, version: n, partyId, type, state: found.state, refusedFor: found.refused };
  return [fact(MaterialChangedV1, data)];
}
