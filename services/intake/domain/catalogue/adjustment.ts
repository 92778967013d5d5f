import * as z from 'zod';
import type { Fact } from '#events/event';
import type { Role } from '#shared/actor';
import { once } from '#shared/once';
import { isSamePerson, person, recorded, type Known } from '../party/person.ts';
import { adjustmentState, type AdjustmentState } from './adjustment-state.ts';
import { longerThanCity, type Bounds } from './city-limits.ts';
import { adjusting, type Adjusting, type Item } from './item.ts';
import { isOfNoTime } from './limit-faults.ts';
import { isInCommunities } from './offer.ts';
import { isShorter, isWithin } from './promise.ts';
import { publishedFacts } from './published.ts';

/** 调整: a district promises more of an item than the catalogue does, or moves it closer to people (扩权强县, 社区受理). */
export const adjustment = once(() => {
  const [moment, by, text] = [z.coerce.date(), person(), z.string()];
  return z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: adjustmentState,
    itemKey: text,
    change: adjusting(),
    /** By what right it may be done, and what it means for those who will have the work: both are reviewed. */
    basis: text,
    burden: text,
    proposedBy: by,
    proposedAt: moment,
    reviewedBy: by.optional(),
    reviewedAt: moment.optional(),
    opinion: text.optional(),
    endedBy: by.optional(),
    endedAt: moment.optional(),
    /** The catalogue with which it began to hold. */
    catalogueVersion: z.int().optional(),
  });
});
export type Adjustment = z.infer<ReturnType<typeof adjustment>>;

export const adjustmentActs = ['propose', 'approve', 'reject', 'end'] as const;
export type AdjustmentAct = (typeof adjustmentActs)[number];

/** Reviewed by another person than who proposed it. */
const byAnother = 'by another person';

interface Transition {
  act: Exclude<AdjustmentAct, 'propose'>;
  from: AdjustmentState;
  to: AdjustmentState;
  who: readonly Role[];
  when?: typeof byAnother;
}

/** The life of an adjustment: (from, act, who) → to. Everything else is refused. */
export const adjustmentGraph: readonly Transition[] = [
  { act: 'approve', from: 'proposed', to: 'approved', who: ['catalogue-publisher'], when: byAnother },
  { act: 'reject', from: 'proposed', to: 'rejected', who: ['catalogue-publisher'], when: byAnother },
  { act: 'end', from: 'approved', to: 'ended', who: ['catalogue-publisher'] },
];

export interface AdjustmentFault {
  path: readonly string[];
  code:
    | 'nothing-adjusted'
    | 'promise-not-shorter'
    | 'promise-of-no-time'
    | 'longer-than-city'
    | 'level-not-lower'
    | 'community-already'
    | 'takes-back';
}

/** What an item says of what a set may adjust. */
type Adjusted = Pick<Item, 'key' | 'codes' | 'kind' | 'level' | 'channels' | 'legalLimit' | 'promisedLimit'>;

/** Why an item cannot be adjusted so. It is compared with what is offered, so that one adjustment does not undo another. */
export function adjustmentFaults(
  item: Adjusted,
  { promise, level: lower, community }: Adjusting,
  bounds: Bounds,
): AdjustmentFault[] {
  const { promisedLimit, level, channels } = item;
  const empty = promise === undefined && lower === undefined && community === undefined;
  const shorter = promise === undefined || isShorter({ ...promisedLimit, ...promise }, promisedLimit);
  const promised = { ...item, promisedLimit: { ...promisedLimit, ...promise } };
  const anyway = community && isInCommunities({ channels });
  return [
    ...(empty ? [{ path: [], code: 'nothing-adjusted' as const }] : []),
    ...(shorter ? [] : [{ path: ['promise'], code: 'promise-not-shorter' as const }]),
    ...(promise && isOfNoTime(item, promise) ? [{ path: ['promise', 'n'], code: 'promise-of-no-time' as const }] : []),
    ...(shorter && promise && isLongerThanCity(promised, bounds)
      ? [{ path: ['promise'], code: 'longer-than-city' as const }]
      : []),
    // GB/T 39046-2020: 3 is a city, 4 a county, 5 a township, 6 a village or community.
    ...(lower === undefined || lower > level ? [] : [{ path: ['level'], code: 'level-not-lower' as const }]),
    ...(anyway ? [{ path: ['community'], code: 'community-already' as const }] : []),
  ];
}

const isLongerThanCity = (item: Adjusted, bounds: Bounds) =>
  longerThanCity(item, bounds).some(({ field }) => field === 'promisedLimit');

/** An item as it is offered before and after an adjustment ends; undefined where it is not. */
interface Ending {
  before: Adjusted | undefined;
  after: Adjusted | undefined;
}

/**
 * An adjustment does not end where the item would then promise more time than the city's, or a district would take back what it has
 * brought: the item has to say so itself first.
 */
export function endFaults(
  { change }: Adjustment,
  { before, after }: Ending,
  bounds: Bounds & { isCity: boolean },
): AdjustmentFault[] {
  if (!before || !after) return [];
  if (change.promise && isLongerThanCity(after, bounds)) return [{ path: [], code: 'longer-than-city' }];
  return bounds.isCity || givesAsMuch(after, before) ? [] : [{ path: [], code: 'takes-back' }];
}

const givesAsMuch = (after: Adjusted, before: Adjusted): boolean =>
  isWithin(after.promisedLimit, before.promisedLimit) &&
  after.level >= before.level &&
  (isInCommunities(after) || !isInCommunities(before));

/** Who acts, in which roles, when and with which words. */
export interface AdjustmentActor {
  by: Known;
  roles: readonly string[];
  at: Date;
}

export interface AdjustmentChange {
  before?: Adjustment;
  adjustment: Adjustment;
  act: AdjustmentAct;
  reason?: string;
  facts: readonly Fact[];
}
export type AdjustmentRefusal = { refused: 'wrong-state' | 'same-person' };

type Proposal = Pick<Adjustment, 'id' | 'itemKey' | 'change' | 'basis' | 'burden'>;

export function propose(proposal: Proposal, { by, at }: AdjustmentActor): AdjustmentChange {
  const adjustment = { ...proposal, version: 1, state: 'proposed' as const, proposedBy: recorded(by), proposedAt: at };
  return { adjustment, act: 'propose', facts: [] };
}

interface Done {
  act: Transition['act'];
  words: string;
  /** The catalogue that the act makes. */
  catalogueVersion?: number;
}

/** Approved, rejected or ended; what changes an item is told as every change of the catalogue is. */
export function review(
  found: Adjustment,
  { act, words, catalogueVersion }: Done,
  acting: AdjustmentActor,
): AdjustmentChange | AdjustmentRefusal {
  const refused = refusalOf(found, act, acting);
  if (refused) return { refused };
  const { at } = acting;
  const by = recorded(acting.by);
  const to = adjustmentGraph.find((one) => one.act === act)?.to ?? found.state;
  const told = act === 'end' ? { endedBy: by, endedAt: at } : { reviewedBy: by, reviewedAt: at, opinion: words };
  const changes = catalogueVersion === undefined ? {} : { catalogueVersion };
  const adjustment = { ...found, ...told, ...changes, state: to, version: found.version + 1 };
  const facts = catalogueVersion === undefined ? [] : publishedFacts({ version: catalogueVersion, changed: 1 });
  return { before: found, adjustment, act, reason: words, facts };
}

/** What this one may do next with an adjustment. */
export function adjustmentActionsFor(
  found: Adjustment,
  acting: Pick<AdjustmentActor, 'by' | 'roles'>,
): Transition['act'][] {
  return adjustmentGraph.map(({ act }) => act).filter((act) => refusalOf(found, act, acting) === undefined);
}

function refusalOf(
  { state, proposedBy }: Adjustment,
  act: Transition['act'],
  { by, roles }: Pick<AdjustmentActor, 'by' | 'roles'>,
): AdjustmentRefusal['refused'] | undefined {
  const found = adjustmentGraph.find((one) => one.act === act && one.from === state);
  if (!found?.who.some((role) => roles.includes(role))) return 'wrong-state';
  return found.when && isSamePerson(proposedBy, by) ? 'same-person' : undefined;
}
