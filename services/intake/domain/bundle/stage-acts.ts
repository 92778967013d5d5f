import type { Defect } from '../case/correction.ts';
import type { Who } from './joint.ts';
import { lacking, unanswered, type StageBundle } from './stage.ts';
import { step, type BundleChange } from './step.ts';

interface Acting {
  at: Date;
  by: Who;
}

export interface Answer {
  itemKey: string;
  /** What is lacking; none: all is there. */
  defects: readonly Defect[];
}

/** A department says of its item whether all is there; until the notice is given it may say so anew. */
export function answerStage(bundle: StageBundle, { itemKey, defects }: Answer, { at, by }: Acting): BundleChange {
  const answer = defects.length > 0 ? ('lacking' as const) : ('complete' as const);
  const items = bundle.joint.items.map((one) => (one.itemKey === itemKey ? { ...one, answer, at, by } : one));
  const change = step(bundle, 'answer', { joint: { ...bundle.joint, items } });
  return { ...change, reason: `${itemKey} ${answer}`, answer: { itemKey, defects } };
}

/** The clock: who has said nothing to the end of the time has said that all is there. */
export function answerSilently(bundle: StageBundle, at: Date): BundleChange {
  const silent = new Set(unanswered(bundle).map(({ itemKey }) => itemKey));
  const items = bundle.joint.items.map((one) =>
    silent.has(one.itemKey) ? { ...one, answer: 'silent' as const, at } : one,
  );
  const change = step(bundle, 'answer-silently', { joint: { ...bundle.joint, items } });
  return { ...change, reason: [...silent].join(' ') };
}

/** 一次性告知: the lead tells once of all that any department lacks. */
export function noticeStage(bundle: StageBundle, days: number, { at, by }: Acting): BundleChange {
  const items = lacking(bundle).map(({ itemKey }) => itemKey);
  return step(bundle, 'give-notice', { joint: { ...bundle.joint, notice: { at, by, days, items } } });
}

/** 受理 of the stage by its lead, or by silence as of the day on which all had last come in. */
export function acceptStage(bundle: StageBundle, { at, by, due }: { at: Date; by?: Who; due?: Date }): BundleChange {
  const accepted = { at, ...(by && { by }), ...(due && { due }) };
  return step(bundle, by ? 'accept-stage' : 'accept-silently', { joint: { ...bundle.joint, accepted } });
}
