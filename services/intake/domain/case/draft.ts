import type { Channel, Situation } from '../catalogue/item.ts';
import type { Application } from './application.ts';
import type { Task } from './task.ts';
import { safetyOf } from './bar.ts';
import { burdenOf } from './burden.ts';
import { chargesOf } from '../fee/charges.ts';
import type { Capacity } from './graph.ts';
import { staffChannels } from './view.ts';
import type { PublishedItem } from '../catalogue/item.ts';

type Whose = Pick<
  Application,
  'authorityId' | 'appliesAs' | 'bundleId' | 'heldBy' | 'representedBy' | 'projectId' | 'stage' | 'joint' | 'entry'
>;
interface Beginning extends Whose {
  id: string;
  at: Date;
  channel: Channel;
  partyId: string;
  catalogueVersion: number;
  situation?: Situation | undefined;
  committed?: boolean | undefined;
  /** Of a renewal: the last day of the licence, yyyy-mm-dd. */
  expiresOn?: string | undefined;
  licenceId?: string | undefined;
}

/** What nobody has done with a case that begins. */
export const notYet = {
  committed: false,
  corrections: [],
  tasks: [],
  visits: 0,
  recused: [],
  pauses: [],
  warned: [],
  timelineHash: '',
} satisfies Partial<Application>;

/** A new draft for an item; what its life needs of the item is copied, so later changes do not touch it. */
export function begin(beginning: Beginning, item: PublishedItem): Application {
  const { at, committed, expiresOn, licenceId, ...rest } = beginning;
  const situation = beginning.situation ?? item.situations[0] ?? '新办';
  const involved = [
    item.department,
    ...(item.steps ?? []).map((step) => step.department),
    ...(item.jointDepartments ?? []),
  ];
  return {
    ...notYet,
    ...rest,
    version: 1,
    state: 'draft',
    itemKey: item.key,
    itemVersion: item.version,
    department: item.department,
    departments: [...new Set(involved)],
    promised: item.promisedLimit,
    legal: item.legalLimit,
    ...(item.extension && { extendable: { n: item.extension.n, unit: item.extension.unit } }),
    situation,
    handling: handlingOf(item),
    committed: committed ?? false,
    ...(committed && item.commitment && { checkWithin: item.commitment.checkWithin }),
    ...(expiresOn && { expiresOn }),
    ...(licenceId && { licenceId }),
    ...(item.renewBefore !== undefined && { renewBefore: item.renewBefore }),
    ...(item.result.validity && { validity: item.result.validity }),
    ...(item.creates && { creates: item.creates }),
    ...(item.quantity && { quantity: { limit: item.quantity.limit, per: item.quantity.per } }),
    ...safetyOf(item),
    charges: chargesOf(item.fee),
    tasks: tasksOf(item),
    burden: burdenOf(item, { situation, committed }),
    createdAt: at,
  };
}

/** A draft under the item that took the place of its own: all but who applies, and how, is the new item's. */
export function moved(draft: Application, item: PublishedItem, catalogueVersion: number): Application {
  const { id, createdAt: at, channel, partyId, authorityId, appliesAs, representedBy, projectId, stage, entry } = draft;
  const situation = situationLike(draft.situation, item);
  const expiresOn = situation === draft.situation ? draft.expiresOn : undefined;
  const committed = draft.committed && item.commitment !== undefined;
  const whose = { partyId, authorityId, appliesAs, representedBy, projectId, stage, entry };
  const kept = { id, at, channel, ...whose, expiresOn };
  const begun = begin({ ...kept, catalogueVersion, situation, committed }, item);
  return { ...begun, visits: draft.visits, timelineHash: draft.timelineHash };
}

/** The same situation under another item, else its first; nobody comes to a renewal who did not say when his licence ends. */
export function situationLike(situation: Situation, { situations }: PublishedItem): Situation | undefined {
  return situations.find((one) => one === situation) ?? situations.find((one) => one !== '延续');
}

/** 备案 needs no time at all: complete is done (国务院令673). 即办件 is decided on the spot. */
function handlingOf({ kind, legalLimit }: PublishedItem): Application['handling'] {
  if (legalLimit.n === 0) return 'filing';
  return kind === 1 ? 'on-the-spot' : 'promised';
}

/** The steps of the item as tasks; a joint department without a step of its own gives its opinion beside the others. */
function tasksOf({ kind, steps = [], jointDepartments = [] }: PublishedItem): Task[] {
  if (kind === 1) return [];
  const named = new Set(steps.map(({ department }) => department));
  const joint = jointDepartments
    .filter((one) => !named.has(one))
    .map((department) => ({ department, mode: 'parallel' as const }));
  return [...steps, ...joint].map((step, n) => ({ ...step, n: n + 1, state: 'waiting' }));
}

type ChannelFault = 'not-online' | 'not-of-the-post';

/** Why a caller may not use a channel: an applicant uses his own, staff that of their post. */
export function channelFault(channel: Channel, capacities: readonly Capacity[]): ChannelFault | undefined {
  if (capacities.includes('applicant')) {
    return channel === 'online' || channel === 'app' ? undefined : 'not-online';
  }
  // 代办: an officer acts in his own channel, under a mandate.
  if (channel === 'agency') return capacities.includes('officer') ? undefined : 'not-of-the-post';
  const own = staffChannels.some((one) => one === channel && capacities.includes(one));
  return own ? undefined : 'not-of-the-post';
}
