import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import { fact, type Fact } from '#events/event';
import type { Application } from '../case/application.ts';
import type { Item } from '../catalogue/item.ts';
import { publicityArrow, type PublicityNotNow } from './graph.ts';
import type { PublicityAct } from './state.ts';
import { shownHolder } from './holder.ts';
import type { Holder } from './state.ts';
import { isOpen, publicityOf, type Objection, type Publicity } from './publicity.ts';

export interface PublicityChange {
  before: Publicity | undefined;
  publicity: Publicity;
  act: PublicityAct;
  reason?: string;
  facts: readonly Fact[];
  late?: true;
}
export type PublicityRefused = {
  refused:
    | PublicityNotNow
    | 'no-such-objection'
    | 'objected-already'
    | 'too-many-objections'
    | 'no-holder'
    | 'other-holder';
};

/** What a decision about an entry is made from. */
export interface Publishing<Body = unknown> {
  at: Date;
  by: { actor: { sub: string; partyId: string } };
  body: Body;
  district: string;
}

export function begin(
  decided: Application,
  item: Pick<Item, 'name' | 'nameEn' | 'result'>,
  named: Holder | undefined,
): PublicityChange {
  return { before: undefined, publicity: publicityOf(decided, item, named), act: 'begin', facts: [] };
}

/** Somebody names the holder where the form does not; what the form says stands. */
export function publish(
  found: Publicity,
  { at, body }: Pick<Publishing<{ holder?: Holder | undefined }>, 'at' | 'body'>,
): PublicityChange | PublicityRefused {
  const given = body.holder && asKnown(found, body.holder);
  const holder = found.holder ?? given;
  if (!holder) return { refused: 'no-holder' };
  // One person alone makes nobody else the holder; what the form got wrong is mended by an objection or a correction.
  if (given && (given.name !== holder.name || given.kind !== holder.kind)) return { refused: 'other-holder' };
  return step(found, 'publish', { holder, publishedAt: at });
}

/** A person is shown as one, also where whoever names him calls him an organisation. */
const asKnown = ({ kind }: Publicity, named: Holder): Holder =>
  shownHolder(kind === 'person' ? { ...named, kind } : named);

/** 更正: the holder as the decision was corrected; undefined where that is shown already. */
export function amend(found: Publicity, holder: Holder | undefined): PublicityChange | undefined {
  const isShown = !holder || (holder.name === found.holder?.name && holder.kind === found.holder.kind);
  return isShown ? undefined : step(found, 'amend', { holder });
}

export function warnUnpublished(found: Publicity): PublicityChange {
  return { ...step(found, 'warn', { warned: true }), late: true };
}

/** What cannot be public, or is not true any more. */
export function withdraw(found: Publicity, { reason }: { reason: string }): PublicityChange {
  return { ...step(found, 'withdraw', { withdrawnFor: reason }), reason };
}

const revoked = 'revoked';
export const withdrawRevoked = (found: Publicity): PublicityChange => withdraw(found, { reason: revoked });

/** A licence that stands again is shown again; undefined where its entry was taken out for another reason. */
export function restore(found: Publicity): PublicityChange | undefined {
  return found.withdrawnFor === revoked ? step(found, 'restore', { withdrawnFor: undefined }) : undefined;
}

/** More would not fit a record; whoever comes then finds that others have said it. For its holder there is always a place. */
const mostOpen = 20;
/** How often one party may object to an entry: anew once it was answered, but not for ever. */
const mostOfOne = 3;

interface Objecting {
  id: string;
  text: string;
  /** Every id of the party that objects: by another of them it is the same party. */
  ids: readonly string[];
}

export function object(
  found: Publicity,
  { at, by, body: { ids, ...said } }: Publishing<Objecting>,
): PublicityChange | PublicityRefused {
  const own = found.objections.filter(({ partyId }) => ids.includes(partyId));
  if (own.some(isOpen) || own.length >= mostOfOne) return { refused: 'objected-already' };
  const others = found.objections.filter(({ partyId }) => partyId !== found.partyId);
  const isHolder = ids.includes(found.partyId);
  if (!isHolder && others.filter(isOpen).length >= mostOpen) return { refused: 'too-many-objections' };
  const raised = { ...said, partyId: by.actor.partyId, at };
  return step(found, 'object', { objections: [...found.objections, raised] });
}

export interface Answer {
  objection: string;
  outcome: 'corrected' | 'withdrawn' | 'rejected';
  text: string;
  holder?: Holder | undefined;
}

/** The act that each answer is. */
export const acts = { corrected: 'correct', withdrawn: 'remove', rejected: 'reject' } as const;

/** A reviewer answers: the entry is corrected, or taken out, or stands. Whoever objected is told. */
export function answer(
  found: Publicity,
  { at, by, body, district }: Publishing<Answer>,
): PublicityChange | PublicityRefused {
  const { objection: id, outcome, text, holder } = body;
  if (!found.objections.some((one) => one.id === id && isOpen(one))) return { refused: 'no-such-objection' };
  const given = { by: by.actor.sub, at, outcome, text };
  // Taking an entry out answers every objection to it.
  const answered = (one: Objection) => one.id === id || (outcome === 'withdrawn' && isOpen(one));
  const objections = found.objections.map((one) => (answered(one) ? { ...one, answer: given } : one));
  const changed = step(found, acts[outcome], {
    objections,
    ...(outcome === 'corrected' && holder && { holder: asKnown(found, holder) }),
    ...(outcome === 'withdrawn' && { withdrawnFor: text }),
  });
  const { caseId, itemKey } = found;
  const facts = found.objections
    .filter(answered)
    .map(({ id: objectionId, partyId }) =>
      fact(ObjectionAnsweredV1, { objectionId, caseId, itemKey, district, partyId, outcome }),
    );
  return { ...changed, reason: text, facts };
}

function step(before: Publicity, act: PublicityAct, changed: Partial<Publicity>): PublicityChange {
  const arrow = publicityArrow(before, act);
  if (!arrow) throw new Error(`the graph has no ${act} from ${before.state}`);
  const publicity = { ...before, ...changed, state: arrow.to, version: before.version + 1 };
  return { before, publicity, act, facts: [] };
}
