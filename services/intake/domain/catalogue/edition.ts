import * as z from 'zod';
import type { Fact } from '#events/event';
import type { Role } from '#shared/actor';
import { once } from '#shared/once';
import { isSamePerson, person, recorded, type Known, type Person } from '../party/person.ts';
import { editionState, type EditionState } from './edition-state.ts';
import type { Outline } from './outline.ts';
import { publishedFacts, type Publication } from './published.ts';

/** 版次: versions of one or more items, and ends of others, that are prepared, reviewed and published together. */
export const edition = once(() => {
  const [moment, count] = [z.coerce.date(), z.int()];
  return z.object({
    id: z.uuid(),
    version: count.min(1),
    state: editionState,
    from: z.string().optional(),
    whole: z.boolean(),
    /** How many items it puts, and how many it ends by name. */
    items: count,
    withdraw: count,
    /** In how many parts it comes, and the version of the edition in which the first of them came. */
    parts: count.default(1),
    begun: count.default(1),
    /** The catalogue on which it was prepared: what others published since, it does not know. Absent: not kept yet then. */
    base: count.optional(),
    /** Everybody who had a hand in it: none of them publishes it. */
    preparedBy: z.array(person()).min(1),
    createdAt: moment,
    publishedBy: person().optional(),
    publishedAt: moment.optional(),
    /** The catalogue in which it was published. */
    catalogueVersion: count.optional(),
  });
});
export type Edition = z.infer<ReturnType<typeof edition>>;

export const editionActs = ['create', 'edit', 'submit', 'send-back', 'publish', 'discard'] as const;
export type EditionAct = (typeof editionActs)[number];

/** One step of an edition's life, as it is kept. */
export const editionEntry = once(() =>
  z.object({
    at: z.string(),
    act: z.enum(editionActs),
    office: z.string(),
    actor: z.string(),
    reason: z.string().optional(),
  }),
);
export type EditionEntry = z.infer<ReturnType<typeof editionEntry>>;

/** Done by another person than those who prepared it. */
const byAnother = 'by another person';

interface Transition {
  act: Exclude<EditionAct, 'create'>;
  from: readonly EditionState[];
  to: EditionState;
  who: readonly Role[];
  when?: typeof byAnother;
}

const preparing = ['catalogue-editor', 'catalogue-publisher'] as const;
const publishing = ['catalogue-publisher'] as const;

/** The life of an edition: (from, act, who) → to. Everything else is refused. */
export const editionGraph: readonly Transition[] = [
  { act: 'edit', from: ['draft'], to: 'draft', who: preparing },
  { act: 'submit', from: ['draft'], to: 'in-review', who: preparing },
  { act: 'send-back', from: ['in-review'], to: 'draft', who: publishing },
  { act: 'publish', from: ['in-review'], to: 'published', who: publishing, when: byAnother },
  { act: 'discard', from: ['draft', 'in-review'], to: 'discarded', who: preparing },
];

/** Who acts, in which roles, and when. */
export interface EditionActor {
  by: Known;
  roles: readonly string[];
  at: Date;
}

export interface EditionChange {
  before?: Edition;
  edition: Edition;
  act: EditionAct;
  reason?: string;
  /** Where the act says what the edition, or a part of it, says. */
  content?: Outline;
  part?: number;
  facts: readonly Fact[];
}

export type EditionRefusal = { refused: 'wrong-state' | 'same-person' };

/** All of an edition, or the first of its parts. */
interface Beginning {
  outline: Outline;
  parts: number;
  /** The catalogue on which it is prepared. */
  base: number;
}

/** A new draft. */
export function create(id: string, content: Beginning, { by, at }: EditionActor): EditionChange {
  const begun = { id, version: 1, begun: 1, state: 'draft' as const, preparedBy: [recorded(by)], createdAt: at };
  return { edition: { ...begun, ...summaryOf(content) }, act: 'create', content: content.outline, part: 1, facts: [] };
}

/** Begins anew what it says. */
export function edit(found: Edition, content: Beginning, acting: EditionActor): EditionChange | EditionRefusal {
  const { from, ...rest } = found;
  const preparedBy = withPerson(found.preparedBy, acting.by);
  const change = step(found, 'edit', acting);
  if ('refused' in change) return change;
  const { version, state } = change.edition;
  const edition = { ...rest, ...summaryOf(content), preparedBy, version, begun: version, state };
  return { ...change, edition, content: content.outline, part: 1 };
}

/** Puts one of its parts, perhaps in the place of what that said before. */
export function putPart(
  found: Edition,
  { part, outline, before }: { part: number; outline: Outline; before: Outline | undefined },
  acting: EditionActor,
): EditionChange | EditionRefusal {
  const change = step(found, 'edit', acting);
  if ('refused' in change) return change;
  const edition = {
    ...change.edition,
    items: found.items + outline.items.length - (before?.items.length ?? 0),
    withdraw: found.withdraw + outline.withdraw.length - (before?.withdraw.length ?? 0),
    preparedBy: withPerson(found.preparedBy, acting.by),
  };
  return { ...change, edition, content: outline, part };
}

/** Submitted, sent back or discarded: what it says stays as it is. */
export function move(
  found: Edition,
  { act, reason }: { act: 'submit' | 'send-back' | 'discard'; reason?: string | undefined },
  acting: EditionActor,
): EditionChange | EditionRefusal {
  const change = step(found, act, acting);
  if ('refused' in change) return change;
  const preparedBy = act === 'submit' ? withPerson(found.preparedBy, acting.by) : found.preparedBy;
  return { ...change, edition: { ...change.edition, preparedBy }, ...(reason !== undefined && { reason }) };
}

/** Its versions hold from its day; every reader of the catalogue is told. The opinion is that of whoever reviewed it. */
export function publish(
  found: Edition,
  { opinion, ...publication }: Publication & { opinion?: string | undefined },
  acting: EditionActor,
): EditionChange | EditionRefusal {
  const change = step(found, 'publish', acting);
  if ('refused' in change) return change;
  const published = { catalogueVersion: publication.version, publishedBy: recorded(acting.by), publishedAt: acting.at };
  const edition = { ...change.edition, ...published };
  return { ...change, edition, ...(opinion !== undefined && { reason: opinion }), facts: publishedFacts(publication) };
}

/** What this one may do next with an edition. */
export function editionActionsFor(found: Edition, acting: Pick<EditionActor, 'by' | 'roles'>): EditionAct[] {
  return editionActs.filter((act) => act !== 'create' && refusalOf(found, act, acting) === undefined);
}

function refusalOf(
  { state, preparedBy }: Edition,
  act: Transition['act'],
  { by, roles }: Pick<EditionActor, 'by' | 'roles'>,
): EditionRefusal['refused'] | undefined {
  const found = editionGraph.find((one) => one.act === act && one.from.includes(state));
  if (!found?.who.some((role) => roles.includes(role))) return 'wrong-state';
  return found.when && preparedBy.some((one) => isSamePerson(one, by)) ? 'same-person' : undefined;
}

function step(found: Edition, act: Transition['act'], acting: EditionActor): EditionChange | EditionRefusal {
  const refused = refusalOf(found, act, acting);
  if (refused) return { refused };
  const to = editionGraph.find((one) => one.act === act && one.from.includes(found.state))?.to ?? found.state;
  return { before: found, edition: { ...found, state: to, version: found.version + 1 }, act, facts: [] };
}

function summaryOf({ outline: { items, withdraw, whole, from }, parts, base }: Beginning) {
  return { items: items.length, withdraw: withdraw.length, whole, parts, base, ...(from && { from }) };
}

function withPerson(all: readonly Person[], { sub, partyId }: Person): Person[] {
  return all.some((one) => one.sub === sub && one.partyId === partyId) ? [...all] : [...all, { sub, partyId }];
}
