import type { Outcome } from '../case/application.ts';
import type { Bundle, Part } from './bundle.ts';
import { partsFor, type Answers } from './choice.ts';
import { stateAfter } from './graph.ts';
import { dropped, opened, opensNow, passedOn, reopened } from './parts.ts';
import { step, type BundleChange } from './step.ts';

interface Handed {
  at: Date;
  by: NonNullable<Bundle['submittedBy']>;
  answers: Answers;
  /** Items for which the applicant commits himself. */
  commitments: readonly string[];
  newCaseId: () => string;
}

/** Hands a bundle in: what waits for nothing opens, one case after another; the rest waits. */
export function submitBundle(draft: Bundle, { at, by, answers, commitments, newCaseId }: Handed): BundleChange {
  const parts = partsFor(draft.definition, answers).map(({ when, ...part }): Part => ({
    ...part,
    ...(commitments.includes(part.item) && { committed: true }),
    state: opensNow(part.needs, []),
    caseId: newCaseId(),
  }));
  return step(draft, 'submit', { submittedAt: at, submittedBy: by, parts });
}

/** The parts whose cases are to be made, in order; none where a fact comes twice. */
export const partsToMake = ({ parts }: Bundle): Part[] => parts.filter(({ state }) => state === 'opening');

interface Made {
  /** Left to the applicant to complete, else handed in. */
  toComplete: boolean;
  /** Made on the applicant's word. */
  committed?: boolean;
}

/** The case of a part has been made. */
export function caseMade(bundle: Bundle, item: string, { toComplete, committed }: Made): BundleChange {
  const parts = bundle.parts.map((part): Part =>
    part.item === item
      ? { ...part, ...(part.committed && { committed }), state: 'open', ...(toComplete && { toComplete }) }
      : part,
  );
  const { caseId = '' } = parts.find((part) => part.item === item) ?? {};
  return { ...step(bundle, 'make-case', { parts }), reason: toldOf(item, caseId) };
}

interface Ended {
  /** The case that has ended, after those that it took the place of: the fact of a successor may come first. */
  lineage: readonly string[];
  outcome: Outcome;
  at: Date;
  /** 转报: the case of the other office, which stands for the part from now on. */
  next?: { caseId: string; toComplete: boolean } | undefined;
  /** The party that the decision has created. */
  created?: string | undefined;
}

/** A case has ended: with a grant what waited for it opens, without one it never will. Undefined where that is known already. */
export function caseEnded(bundle: Bundle, { lineage, outcome, at, next, created }: Ended): BundleChange | undefined {
  const found = bundle.parts.find((part) => part.state === 'open' && lineage.includes(part.caseId));
  // The end of what was decided anew may be heard of before the review that annulled the first decision.
  const parts = found ? bundle.parts : reopened(bundle.parts, lineage);
  const ended = parts?.find((part) => part.state === 'open' && lineage.includes(part.caseId));
  return parts && ended && endOf({ ...bundle, parts }, ended, { before: bundle, lineage, outcome, at, next, created });
}

/** 复议 has annulled how a case ended, and another is decided anew: what was dropped with the first waits again. */
export function caseAnew(bundle: Bundle, lineage: readonly string[]): BundleChange | undefined {
  const parts = reopened(bundle.parts, lineage);
  const item = parts?.find(({ caseId }) => caseId === lineage.at(-1))?.item ?? '';
  const change = parts && step(bundle, 'reopen-case', { parts, endedAt: undefined });
  return change && { ...change, reason: toldOf(item, lineage.at(-1) ?? '') };
}

function endOf(
  bundle: Bundle,
  ended: Part,
  { before, lineage, outcome, at, next, created }: Ended & { before: Bundle },
): BundleChange {
  if (next) return caseForwarded(before, { all: bundle.parts, passed: ended }, { lineage, next });
  const known = bundle.parts.map((part): Part =>
    part === ended
      ? { ...passedOn(part, lineage), state: 'ended', outcome, endedAt: at, ...(created && { created }) }
      : part,
  );
  const parts = outcome === 'granted' ? opened(known) : dropped(known, ended.item);
  const done = stateAfter(bundle, 'end-case', parts) === 'done';
  const change = step(before, 'end-case', { parts, endedAt: done ? at : undefined });
  return { ...change, reason: toldOf(ended.item, lineage.at(-1) ?? ended.caseId) };
}

/** Which case an entry of the timeline is about. */
const toldOf = (item: string, caseId: string) => `${item} ${caseId}`;

/** What waits for a part that another office goes on with waits on. */
function caseForwarded(
  bundle: Bundle,
  { all, passed }: { all: readonly Part[]; passed: Part },
  { lineage, next: { caseId, toComplete } }: Required<Pick<Ended, 'lineage' | 'next'>>,
): BundleChange {
  const { toComplete: _, ...rest } = passedOn(passed, [...lineage, caseId]);
  const followed: Part = { ...rest, ...(toComplete && { toComplete }) };
  const parts = all.map((part) => (part === passed ? followed : part));
  return { ...step(bundle, 'follow-case', { parts }), reason: toldOf(passed.item, caseId) };
}
