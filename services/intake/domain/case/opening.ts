import type { Fact } from '#events/event';
import type { PublishedItem } from '../catalogue/item.ts';
import { sharingOf } from '../catalogue/sharing-of.ts';
import type { CalendarYear } from '#shared/calendar';
import type { Application } from './application.ts';
import { factsOf } from './change.ts';
import { begin, notYet, situationLike } from './draft.ts';
import { followRules, sideOf, type FollowAct } from './follow-up.ts';
import type { Handler } from './graph.ts';
import { representing } from './hands.ts';
import { submissionOf, type Receipt } from './handing-in.ts';
import type { Sanction } from './sanction.ts';

interface Upon extends Receipt {
  id: string;
  act: FollowAct;
  by: Pick<Handler, 'capacities' | 'actor'>;
  why: string;
  ground?: NonNullable<Application['follows']>['ground'];
  sanction?: Sanction | undefined;
  /** Of a window that opens it for the applicant: who came. */
  entry?: Application['entry'];
  /** Who handles it; a review goes to the body that reviews. */
  department: string;
  /** Who acted for the office in the case that is reviewed, by account. */
  acted: readonly string[];
}

/** A case upon another that has ended, received at once: with its own number and clocks, for the same party and item. */
export function openUpon(found: Application, upon: Upon): { application: Application; facts: Fact[] } {
  const { id, act, at, by, why, ground, sanction, entry, department, acted, district, number, trackingCode } = upon;
  const { itemKey, itemVersion, catalogueVersion, situation, safety } = found;
  const { promised, legal } = followRules[act];
  const side = sideOf(by);
  const own = side === 'office';
  const follows = {
    caseId: found.id,
    as: act,
    by: side,
    why,
    ...(ground && { ground }),
    ...(sanction && { sanction }),
  };
  const whose = { ...whoseOf(found), ...representedIn(found, by) };
  const departments = [...new Set([department, found.department])];
  const application: Application = {
    ...notYet,
    ...whose,
    id,
    version: 1,
    itemKey,
    itemVersion,
    catalogueVersion,
    situation,
    ...(safety && { safety }),
    state: own ? 'accepted' : 'submitted',
    ...(own && { acceptedAt: at, acceptedBy: 'office' as const, firstClerk: by.actor.sub }),
    handling: 'promised',
    // To mend a decision costs nobody anything.
    charges: [],
    department,
    departments,
    promised,
    legal,
    channel: channelOf(by, found),
    entry,
    follows,
    createdAt: at,
    submittedAt: at,
    number,
    trackingCode,
    ...barredFrom(found, { act, by, acted }),
  };
  return { application, facts: [submissionOf(application, district)] };
}

/** Whose a case is: also who holds it for a party that was made later, and the bundle that follows it. */
function whoseOf({ partyId, authorityId, appliesAs, heldBy, bundleId, projectId, stage }: Application) {
  return {
    partyId,
    ...(authorityId && { authorityId }),
    ...(appliesAs && { appliesAs }),
    ...(heldBy && { heldBy }),
    ...(bundleId && { bundleId }),
    ...(projectId && { projectId }),
    ...(stage && { stage }),
  };
}

/** What the office opens of its own accord is under review at once, and others hear until when. */
export function acceptedFacts(begun: Application, calendar: readonly CalendarYear[]): Fact[] {
  if (begun.state !== 'accepted') return [];
  const before: Application = { ...begun, state: 'submitted', acceptedAt: undefined, ahead: undefined };
  return factsOf({ before, application: begun, act: 'accept' }, calendar);
}

/** Who came for the applicant in the first case comes for him still; and who opens the second in his place. */
function representedIn(found: Application, { capacities, actor }: Upon['by']): Pick<Application, 'representedBy'> {
  const came = [found, ...found.corrections].flatMap(({ entry }) => entry?.present?.partyId ?? []);
  const before = { ...found, representedBy: [...new Set([...(found.representedBy ?? []), ...came])] };
  const forHim = capacities.includes('applicant') || capacities.includes('officer');
  return forHim ? representing(before, actor.partyId) : { representedBy: before.representedBy };
}

/** Nobody decides upon what he did himself, what he opened for the office, or what he had stepped back from: whatever his account. */
function barredFrom(found: Application, { act, by, acted }: Pick<Upon, 'act' | 'by' | 'acted'>) {
  const [judged, opener] = [act === 'review' ? found.handledBy : [], sideOf(by) === 'office' ? [by.actor] : []];
  return {
    recused: [...new Set([...found.recused, ...acted, ...opener.map(({ sub }) => sub)])],
    recusedParties: personsOf([found.recusedParties, judged, opener.map(({ partyId }) => partyId)]),
    handledBy: opener.map(({ partyId }) => partyId),
  };
}

const personsOf = (all: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(all.flatMap((one) => one ?? [])),
];

interface Anew extends Receipt {
  id: string;
  why: string;
  /** The review that has annulled the decision. */
  review: Application;
  /** Who annuls it: what is decided anew he does not decide. */
  by: { partyId: string };
  /** The place that is kept for it, where its item is limited in number. */
  queued?: Application['queued'];
}

/** 责令重作: the office decides anew by the item as the case began with it, without anybody whom the case or its review barred. */
export function openAnew(
  found: Application,
  item: PublishedItem,
  { id, why, review, by, queued, at, district, number, trackingCode }: Anew,
): { application: Application; facts: Fact[] } {
  const { channel, partyId, authorityId, appliesAs, heldBy, bundleId, projectId, stage, entry, creates } = found;
  const { situation, committed, expiresOn } = found;
  const represented = { representedBy: review.representedBy };
  const whose = { channel, partyId, authorityId, appliesAs, heldBy, bundleId, projectId, stage, entry, ...represented };
  const application: Application = {
    ...begin({ id, at, catalogueVersion: found.catalogueVersion, situation, committed, expiresOn, ...whose }, item),
    state: 'submitted',
    submittedAt: at,
    number,
    trackingCode,
    ...(found.licence && { licence: found.licence }),
    ...(queued && { queued }),
    ...(bundleId && creates && { creates }),
    ...(found.appliedAt && { appliedAt: found.appliedAt }),
    // The applicant's own affair: what the office owes him.
    follows: { caseId: found.id, as: 'anew', by: 'applicant', why },
    recused: [...new Set([...found.recused, ...review.recused])],
    recusedParties: personsOf([found.recusedParties, review.recusedParties, review.handledBy, [by.partyId]]),
  };
  return { application, facts: [submissionOf(application, district, { sharing: sharingOf(item, application) })] };
}

interface Succeeding extends Receipt {
  id: string;
  why: string;
  catalogueVersion: number;
  /** Whether the form that was handed in fits the item of the other office. */
  complete: boolean;
}

/** 转报: the case of the other office. Received with the first one's form where that fits; else a draft to be completed. */
export function succeed(
  found: Application,
  item: PublishedItem,
  succeeding: Succeeding,
): { application: Application; facts: Fact[] } {
  const { id, at, why, catalogueVersion, complete, district, number, trackingCode, licence } = succeeding;
  const { channel, partyId, authorityId, appliesAs, heldBy, bundleId, projectId, stage, entry, creates } = found;
  const { recused, recusedParties, representedBy } = found;
  const situation = situationLike(found.situation, item);
  const expiresOn = situation === found.situation ? found.expiresOn : undefined;
  const party = { partyId, authorityId, appliesAs, heldBy, representedBy };
  const whose = { channel, ...party, bundleId, projectId, stage, entry };
  const draft: Application = {
    ...begin({ id, at, catalogueVersion, situation, expiresOn, ...whose }, item),
    recused,
    recusedParties,
    // What comes later in its bundle is the new party's, whichever office registers that.
    ...(bundleId && creates && { creates }),
    // The applicant's own affair still, whoever passed it on.
    follows: { caseId: found.id, as: 'forward', by: 'applicant', why },
  };
  if (!complete) return { application: draft, facts: [] };
  // Who applied in time at the first office has applied in time (行政许可法 art. 50).
  const applied = expiresOn && found.appliedAt && { appliedAt: found.appliedAt };
  const received = { submittedAt: at, ...applied, number, trackingCode, licence };
  const application: Application = { ...draft, state: 'submitted', ...received };
  return { application, facts: [submissionOf(application, district, { sharing: sharingOf(item, application) })] };
}

function channelOf({ capacities }: Pick<Handler, 'capacities'>, { channel }: Application): Application['channel'] {
  if (capacities.includes('applicant')) return 'online';
  if (capacities.includes('officer')) return 'agency';
  return capacities.includes('window') ? 'window' : channel;
}
