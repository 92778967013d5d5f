import { accept, acceptSilently } from './acceptance.ts';
import type { Application } from './application.ts';
import type { Acting, Change, Refused } from './change.ts';
import { isHeld } from './joint-case.ts';

interface Stage {
  /** The moment of the acceptance of the stage. */
  at: Date;
  /** When silence accepted it; absent where its lead did. */
  silentAt?: Date | undefined;
}

/** A case is accepted with its stage, or as it is made where that was accepted before; undefined where there is nothing to do. */
export function acceptWithStage(
  application: Application,
  stage: Stage,
  acting: Omit<Acting, 'body' | 'at'>,
): Change | Refused | undefined {
  const { joint, state, submittedAt } = application;
  const isDue = joint !== undefined && (isHeld(application) || joint.later === true);
  if (!isDue || !submittedAt || !isUnaccepted.has(state)) return undefined;
  const at = joint.later && submittedAt > stage.at ? submittedAt : stage.at;
  // A refusal that was proposed when all was accepted came too late.
  const silently = stage.silentAt !== undefined || state === 'refusal-proposed';
  const decided = silently
    ? counted(acceptSilently(application, stage.silentAt ?? stage.at, at), joint)
    : accept()(application, { ...acting, at, body: {} });
  if ('refused' in decided) return decided;
  const accepted = { ...joint, accepted: true };
  return {
    ...decided,
    application: { ...decided.application, joint: accepted },
    ...(!joint.later && { withStage: true as const }),
  };
}

const isUnaccepted: ReadonlySet<string> = new Set(['submitted', 'refusal-proposed']);

/** That nobody accepted it in time is the lead's fault; what is made later nobody could have accepted before. */
const counted = (change: Change, { lead, later }: NonNullable<Application['joint']>): Change => ({
  ...change,
  findings: later ? [] : (change.findings ?? []).map((one) => ({ ...one, department: lead })),
});
