import * as z from 'zod';

export const sharedState = z.enum([
  'requested',
  'fetching',
  'to-be-fetched',
  'fetched',
  'not-found',
  'differs',
  'declined',
]);
export type SharedState = z.infer<typeof sharedState>;

/** What a provider's register answers; none of these is said where nobody has answered. */
export type Outcome = 'find' | 'miss' | 'differ' | 'fail';

const conditions = {
  'its answer is due and has not come': ({ answerIsDue }: About) => answerIsDue === true,
  'its time to be asked again has come': ({ isDue }: About) => isDue === true,
} as const;

interface About {
  answerIsDue?: boolean;
  isDue?: boolean;
}

export interface SharedArrow {
  act: 'grant' | 'decline' | 'tell-late' | 'again' | 'renew' | Outcome;
  from: readonly SharedState[];
  to: SharedState;
  /** `exchange`: what the provider's register answers. `dispute`: its provider has corrected the record. */
  who: readonly ('provider' | 'exchange' | 'clock' | 'dispute')[];
  when?: keyof typeof conditions;
}

const asked = ['fetching', 'to-be-fetched'] as const;

/** What a case needs of shared data: (from, act, who) → to, while the case is open. Class 2 begins as `requested`. */
export const sharedGraph: readonly SharedArrow[] = [
  { act: 'grant', from: ['requested'], to: 'fetching', who: ['provider'] },
  { act: 'decline', from: ['requested'], to: 'declined', who: ['provider'] },
  {
    act: 'tell-late',
    from: ['requested'],
    to: 'requested',
    who: ['clock'],
    when: 'its answer is due and has not come',
  },
  { act: 'find', from: asked, to: 'fetched', who: ['exchange'] },
  { act: 'miss', from: asked, to: 'not-found', who: ['exchange'] },
  { act: 'differ', from: asked, to: 'differs', who: ['exchange'] },
  // Unknown is not absent: whoever does not answer is asked again.
  { act: 'fail', from: asked, to: 'to-be-fetched', who: ['exchange'] },
  {
    act: 'again',
    from: asked,
    to: 'fetching',
    who: ['clock'],
    when: 'its time to be asked again has come',
  },
  { act: 'renew', from: ['fetched', 'differs'], to: 'fetching', who: ['dispute'] },
];

/** The arrow of an act from where a line stands; undefined where there is none. */
export function sharedArrow(from: SharedState, act: SharedArrow['act'], about: About = {}): SharedArrow | undefined {
  return sharedGraph.find(
    (one) => one.act === act && one.from.includes(from) && (one.when === undefined || conditions[one.when](about)),
  );
}

/** What a provider may do with a line. */
export function providerActions(from: SharedState): ('grant' | 'decline')[] {
  return (['grant', 'decline'] as const).filter((act) => sharedArrow(from, act));
}
