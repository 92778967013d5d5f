import type { Entry } from '../party/entry.ts';
import type { Bundle, Part } from './bundle.ts';
import { step, type BundleChange } from './step.ts';
import { dropped, partsGivenUp } from './parts.ts';

interface GivingUp {
  at: Date;
  by: NonNullable<Bundle['submittedBy']>;
  reason: string;
  /** Of a desk that does it for the applicant. */
  entry?: Entry | undefined;
}

/**
 * 撤回 of the whole: a draft ends with it. Of what was handed in, parts without a case end as well, and the open cases are
 * withdrawn one after another, by a fact each; what has ended stays as it is.
 */
export function withdrawBundle(bundle: Bundle, { at, by, reason, entry }: GivingUp): BundleChange {
  const givenUp = { at, reason, by, ...(entry && { entry }) };
  if (bundle.state === 'draft') return { ...step(bundle, 'withdraw', { endedAt: at, givenUp }), reason };
  const parts = partsGivenUp(bundle.parts, at);
  const isDone = parts.every(({ state }) => state !== 'open');
  return { ...step(bundle, 'withdraw', { parts, givenUp, ...(isDone && { endedAt: at }) }), reason };
}

interface PartWithdrawn extends Omit<GivingUp, 'by'> {
  item: string;
}

/** 撤回 of one part that has no case yet: what waits for it is dropped with it. */
export function withdrawPart(bundle: Bundle, { item, at, reason, entry }: PartWithdrawn): BundleChange {
  const known = bundle.parts.map((part): Part =>
    part.item === item ? { ...part, state: 'withdrawn', endedAt: at, ...(entry && { withdrawnAtDesk: entry }) } : part,
  );
  const parts = dropped(known, item);
  const isDone = parts.every(({ state }) => state !== 'open' && state !== 'opening');
  return { ...step(bundle, 'withdraw-part', { parts, ...(isDone && { endedAt: at }) }), reason: `${item} ${reason}` };
}
