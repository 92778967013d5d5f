import * as z from 'zod';
import { endOf } from '#shared/calendar';
import { once } from '#shared/once';
import { materialType } from '../material/material.ts';
import { stateAfter } from './graph.ts';
import { licenceAct, type LicenceState } from './state.ts';

const moment = once(() => z.coerce.date());

/** What holds from a decision on, until another takes its place. */
const edition = once(() =>
  z.object({
    /** By this number cases use it: in the order in which they became known. */
    n: z.int().min(1),
    number: z.string(),
    validFrom: z.string(),
    validUntil: z.string().optional(),
  }),
);
export type Edition = z.infer<ReturnType<typeof edition>>;

/** One act on a licence: a decision, or that its last day has passed. */
const step = once(() =>
  z.object({
    act: licenceAct,
    at: moment(),
    caseId: z.uuid(),
    undoes: z.uuid().optional(),
    annuls: z.uuid().optional(),
    edition: edition().optional(),
  }),
);
export type Step = z.infer<ReturnType<typeof step>>;

/** 电子证照. How it stands is what its steps make of it, in the order in which they were decided, whenever they came. */
export const licence = once(() =>
  z.object({
    /** Of the case whose grant began it. */
    id: z.uuid(),
    version: z.int().min(1),
    partyId: z.string(),
    type: materialType(),
    itemKey: z.string(),
    district: z.string(),
    department: z.string(),
    issuer: z.string(),
    issuedAt: moment(),
    steps: z.array(step()).min(1),
    /** The edition whose end its holder was warned of last. */
    warnedOf: z.int().optional(),
    timelineHash: z.string().default(''),
  }),
);
export type Licence = z.infer<ReturnType<typeof licence>>;

export type StandingEdition = Edition & { caseId: string; state: LicenceState };

/** How a licence stands: the edition that is in its place now, and all of them. */
export interface Life {
  state: LicenceState;
  current: StandingEdition;
  editions: readonly StandingEdition[];
}

/** What its steps have made of a licence. */
export function lifeOf({ steps }: Pick<Licence, 'steps'>): Life {
  const inOrder = steps.toSorted((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
  // As if it had never been decided: what a review has annulled changes nothing of what came before or after it.
  const annulled = new Set(inOrder.flatMap(({ annuls }) => annuls ?? []));
  const ordered = inOrder.filter(({ act, caseId }) => !isSanction(act) || !annulled.has(caseId));
  const undone = undoneIn(ordered);
  const given = ordered.filter((one) => one.edition && !undone.has(one.caseId));
  const state = ordered.reduce<LicenceState>((was, one) => after(was, one, given), 'valid');
  const latest = given.at(-1);
  const editions = ordered.flatMap(({ edition: each, caseId }): StandingEdition[] => {
    if (!each) return [];
    const left = undone.has(caseId) ? 'revoked' : 'superseded';
    return [{ ...each, caseId, state: each.n === latest?.edition?.n ? state : left }];
  });
  const current = editions.find(({ n }) => n === latest?.edition?.n);
  if (!current) throw new Error('a licence begins with an edition');
  return { state, current, editions };
}

/** The end of the last day of an edition; undefined where it has none. */
export function endOfEdition({ validUntil }: Pick<Edition, 'validUntil'>): Date | undefined {
  return validUntil === undefined ? undefined : endOf(validUntil);
}

const isSanction = (act: Step['act']): boolean => act === 'suspend' || act === 'resume' || act === 'forfeit';

/** Decided in one moment, what takes back comes after what it takes back. */
const rank = ({ act }: Step): number => (act === 'issue' ? 0 : act === 'restore' ? 2 : 1);

/** The changes that are taken back, and were not given again. */
function undoneIn(ordered: readonly Step[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { act, undoes } of ordered) {
    if (undoes && act === 'revoke') undone.add(undoes);
    if (undoes && act === 'restore') undone.delete(undoes);
  }
  return undone;
}

function after(was: LicenceState, one: Step, given: readonly Step[]): LicenceState {
  if (one.undoes || one.annuls) return was;
  // A change that came late may have put off the end that has passed.
  const held = given.findLast(({ at }) => at <= one.at)?.edition;
  const end = held && endOfEdition(held);
  return one.act === 'expire' && (!end || end > one.at) ? was : stateAfter(was, one.act);
}
