import type { VersionAct, VersionState } from './state.ts';

/** Who does something to a version: its owner, the function that checks files, or time. */
export type Doer = 'owner' | 'checker' | 'clock';

export interface VersionArrow {
  act: VersionAct;
  from: readonly VersionState[];
  to: VersionState | 'removed';
  who: readonly Doer[];
}

/** The life of one version of a document: (from, act, who) → to. */
export const versionGraph: readonly VersionArrow[] = [
  { act: 'begin-check', from: ['awaiting-upload', 'checking'], to: 'checking', who: ['checker'] },
  { act: 'pass', from: ['checking'], to: 'available', who: ['checker'] },
  { act: 'refuse', from: ['checking'], to: 'refused', who: ['checker'] },
  { act: 'warn', from: ['available'], to: 'available', who: ['clock'] },
  { act: 'expire', from: ['available'], to: 'expired', who: ['clock'] },
  { act: 'withdraw', from: ['available', 'expired'], to: 'withdrawn', who: ['owner'] },
  { act: 'give-up', from: ['awaiting-upload'], to: 'removed', who: ['owner', 'clock'] },
  { act: 'erase', from: ['available', 'refused', 'expired', 'withdrawn'], to: 'erasing', who: ['owner'] },
  { act: 'erase', from: ['hidden'], to: 'erasing', who: ['clock'] },
  // A case rests on it: its owner sees it no more, and it goes when the last archive that refers to it may go.
  { act: 'hide', from: ['erasing'], to: 'hidden', who: ['clock'] },
  // Nothing refers to it, and its file is nobody's any more; only then the file goes, and last what is known of it.
  { act: 'release', from: ['erasing'], to: 'erasing', who: ['clock'] },
  { act: 'drop', from: ['erasing'], to: 'removed', who: ['clock'] },
];

/** The arrow of an act from a state, where this one may go along it. */
export function versionArrow(from: VersionState, act: VersionAct, doer: Doer): VersionArrow | undefined {
  return versionGraph.find((one) => one.act === act && one.from.includes(from) && one.who.includes(doer));
}

/** What this one may do next. */
export function versionActions(from: VersionState, doer: Doer): VersionAct[] {
  return versionGraph.filter((one) => one.from.includes(from) && one.who.includes(doer)).map(({ act }) => act);
}
