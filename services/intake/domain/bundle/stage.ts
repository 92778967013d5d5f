import { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { fact, type Fact } from '#events/event';
import type { Bundle, Part } from './bundle.ts';
import type { Joint, JointItem } from './joint.ts';

/** A bundle that is the stage of a project. */
export type StageBundle = Bundle & { joint: Joint };

export const isStage = (bundle: Bundle): bundle is StageBundle => bundle.joint !== undefined;

/** What is looked at of a stage: its parts and what its departments have said. */
export type Answering = Pick<Bundle, 'parts' | 'joint'>;

/** The parts that are looked at before acceptance: those that wait for no other and have not ended. What waits comes later. */
const askedParts = ({ parts }: Pick<Bundle, 'parts'>): Part[] =>
  parts.filter(({ needs, state }) => needs.length === 0 && (state === 'opening' || state === 'open'));

const askedItems = (bundle: Answering): JointItem[] => {
  const asked = new Set(askedParts(bundle).map(({ item }) => item));
  return bundle.joint?.items.filter(({ itemKey }) => asked.has(itemKey)) ?? [];
};

/** Items whose departments have not said whether all is there. */
export const unanswered = (bundle: Answering): JointItem[] => askedItems(bundle).filter(({ answer }) => !answer);

export const lacking = (bundle: Answering): JointItem[] =>
  askedItems(bundle).filter(({ answer }) => answer === 'lacking');

/** The open cases of a stage that are accepted together. */
export const openCases = (bundle: Pick<Bundle, 'parts'>): Part[] =>
  askedParts(bundle).filter(({ state }) => state === 'open');

/** Handed in, and not accepted yet: its cases stand still until its lead has accepted all of them. */
export const isWaiting = ({ state, joint }: Pick<Bundle, 'state' | 'joint'>): boolean =>
  joint !== undefined && !joint.accepted && (state === 'submitting' || state === 'under-way');

/** What must be true of a stage before an act, by name. */
export const stageConditions = {
  'its departments answer': (_: readonly Part[], bundle: Bundle) => isWaiting(bundle) && !bundle.joint?.notice,
  'not all have answered': (_: readonly Part[], bundle: Bundle) =>
    isWaiting(bundle) && !bundle.joint?.notice && unanswered(bundle).length > 0,
  'all have answered, something is lacking and was not told': (_: readonly Part[], bundle: Bundle) =>
    isWaiting(bundle) && !bundle.joint?.notice && unanswered(bundle).length === 0 && lacking(bundle).length > 0,
  'all have answered, and what was lacking was told': (_: readonly Part[], bundle: Bundle) =>
    isWaiting(bundle) &&
    unanswered(bundle).length === 0 &&
    (lacking(bundle).length === 0 || bundle.joint?.notice !== undefined),
  'all have answered': (_: readonly Part[], bundle: Bundle) => isWaiting(bundle) && unanswered(bundle).length === 0,
} as const;

/** A department answers for its own items, and the one that leads the stage does the rest; other acts are no department's. */
export function isOfDepartment(
  act: string,
  { joint }: Pick<Bundle, 'joint'>,
  departments: readonly string[] | 'any',
): boolean {
  if (act !== 'answer' && act !== 'give-notice' && act !== 'accept-stage') return true;
  const meant = act === 'answer' ? joint?.items.map(({ department }) => department) : joint && [joint.lead];
  return meant?.some((one) => departments === 'any' || departments.includes(one)) === true;
}

/** What others hear of a stage with a step of its bundle, and what is to be done to its cases. */
export function stageFacts(before: Bundle, bundle: Bundle, act: string): Fact[] {
  const is = told(bundle);
  if (!is) return [];
  const was = told(before);
  const news = JSON.stringify(was) === JSON.stringify(is) ? [] : [fact(StageChangedV1, { ...is, reasonCode: act })];
  return [...news, ...dueCases(before, bundle)];
}

function dueCases(before: Bundle, { id, parts, joint }: Bundle): Fact[] {
  const due = (what: 'correct' | 'accept', some: readonly Part[]) =>
    some.map(({ caseId }) => fact(StageCaseDueV1, { bundleId: id, caseId, what }));
  if (joint?.notice && !before.joint?.notice) {
    const { items } = joint.notice;
    return due(
      'correct',
      parts.filter(({ item }) => items.includes(item)),
    );
  }
  if (!joint?.accepted) return [];
  // Of a stage that was accepted a case that is made later is accepted as it is made; one that the applicant completes is not handed in yet.
  const known = new Set(before.joint?.accepted ? before.parts.filter(isOpen).map(({ caseId }) => caseId) : []);
  return due(
    'accept',
    parts.filter((part) => isOpen(part) && !part.toComplete && !known.has(part.caseId)),
  );
}

const isOpen = ({ state }: Part) => state === 'open';

function told({ id, state, joint, projectId, stage, partyId, parts, ...moments }: Bundle) {
  if (!joint || !projectId || !stage || state === 'draft' || state === 'withdrawn') return undefined;
  const { round, lead, accepted, items } = joint;
  const reached = reachedBy({ state, joint, ...moments });
  return {
    bundleId: id,
    projectId,
    stage,
    round,
    partyId,
    ...reached,
    ...(accepted && { acceptedBy: accepted.by ? ('office' as const) : ('silence' as const) }),
    lead,
    items: parts.map(({ item, caseId }) => itemTold(items, { item, caseId })),
  };
}

function itemTold(items: readonly JointItem[], { item: itemKey, caseId }: Pick<Part, 'item' | 'caseId'>) {
  const { department = '', answer } = items.find((one) => one.itemKey === itemKey) ?? {};
  return { itemKey, caseId, department, ...(answer && { answer }) };
}

type Moments = Pick<Bundle, 'state' | 'submittedAt' | 'endedAt'> & { joint: Joint };

function reachedBy({ state, submittedAt, endedAt, joint: { notice, accepted } }: Moments) {
  if (state === 'done' && endedAt) return { state: 'done' as const, at: endedAt.toISOString() };
  if (accepted) return { state: 'accepted' as const, at: accepted.at.toISOString() };
  if (notice) return { state: 'noticed' as const, at: notice.at.toISOString() };
  return { state: 'handed-in' as const, at: (submittedAt ?? new Date(0)).toISOString() };
}
