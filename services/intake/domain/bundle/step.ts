import { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import { fact, type Fact } from '#events/event';
import type { RaisedFinding } from '../supervision/finding-record.ts';
import type { Bundle, Part } from './bundle.ts';
import { stateAfter, type BundleAct } from './graph.ts';
import type { Defect } from '../case/correction.ts';
import { partsToWithdraw } from './parts.ts';
import { stageFacts } from './stage.ts';

/** What an act changes: the bundle after it, and what others must hear of. */
export interface BundleChange {
  before: Bundle;
  bundle: Bundle;
  act: BundleAct;
  facts: readonly Fact[];
  reason?: string;
  /** What was granted upon a part that is gone. */
  raised?: readonly RaisedFinding[];
  /** What a department of a stage says is lacking, which stands apart from the record. */
  answer?: { itemKey: string; defects: readonly Defect[] };
  /** When the clock looks at it next. */
  lookAt?: Date | undefined;
}

/** A bundle one step on, where the graph has it; throws where it has not. */
export function step(before: Bundle, act: BundleAct, changed: Partial<Bundle>): BundleChange {
  const state = stateAfter(before, act, changed.parts ?? before.parts);
  if (!state) throw new Error(`the graph of a bundle has no ${act} from ${before.state}`);
  const bundle = { ...before, ...changed, state, version: before.version + 1 };
  return { before, bundle, act, facts: factsOf(before, bundle, act) };
}

/** After which acts the next case of what was given up is to be withdrawn. */
const endings: ReadonlySet<BundleAct> = new Set(['withdraw', 'end-case', 'follow-case']);

/** Who makes or withdraws the next case hears of it with each step; the applicant hears of what concerns more than one case. */
function factsOf(before: Bundle, bundle: Bundle, act: BundleAct): Fact[] {
  const { id, state } = bundle;
  const due = state === 'submitting' && (act === 'make-case' || before.state !== 'submitting');
  const more = endings.has(act) && partsToWithdraw(bundle).length > 0;
  return [
    ...(due ? [fact(BundleCasesDueV1, { bundleId: id })] : []),
    ...(more ? [fact(BundleGivenUpV1, { bundleId: id })] : []),
    ...newsOf(before, bundle),
    ...stageFacts(before, bundle, act),
  ];
}

function newsOf(before: Bundle, { id, definition, partyId, parts, state }: Bundle): Fact[] {
  if (state === 'draft' || state === 'withdrawn') return [];
  const lost = droppedIn(parts);
  const left = parts.some((part) => isLeft(part, before.parts)) ? ('to-complete' as const) : undefined;
  const dropped = lost.length > droppedIn(before.parts).length ? ('dropped' as const) : left;
  // That parts will never be taken up is what he must hear, also where nothing is left to be done.
  const later = dropped ?? (state === 'done' ? state : undefined);
  const news = before.state === 'draft' ? ('submitted' as const) : later;
  const whose = { bundleId: id, bundleKey: definition.key, partyId };
  return news ? [fact(BundleChangedV2, { ...whose, state, news, dropped: lost })] : [];
}

/** A draft was left to the applicant with this step. */
const isLeft = ({ toComplete, caseId }: Part, before: readonly Part[]) =>
  toComplete === true && !before.some((part) => part.toComplete && part.caseId === caseId);
const droppedIn = (parts: readonly Part[]) => parts.filter(({ state }) => state === 'dropped').map(({ item }) => item);
