import type { LicenceAct, LicenceState } from './state.ts';

export interface LicenceArrow {
  act: Exclude<LicenceAct, 'issue'>;
  from: readonly LicenceState[];
  to: LicenceState;
  who: readonly ('decision' | 'clock')[];
  when?: string;
}

const inForce = ['valid', 'suspended'] as const;
const decision = ['decision'] as const;

/** The life of a licence: (from, act, who) → to. Nobody moves one by hand: a decision does, or its last day. */
export const licenceGraph: readonly LicenceArrow[] = [
  { act: 'suspend', from: ['valid'], to: 'suspended', who: decision },
  { act: 'resume', from: ['suspended'], to: 'valid', who: decision },
  { act: 'change', from: ['valid'], to: 'valid', who: decision, when: 'the edition before is superseded' },
  { act: 'change', from: ['suspended'], to: 'suspended', who: decision, when: 'the edition before is superseded' },
  {
    act: 'supersede',
    from: [...inForce, 'expired'],
    to: 'superseded',
    who: decision,
    when: 'it is renewed by another',
  },
  { act: 'expire', from: inForce, to: 'expired', who: ['clock'], when: 'after its last day' },
  { act: 'revoke', from: [...inForce, 'expired', 'superseded'], to: 'revoked', who: decision },
  { act: 'restore', from: ['revoked'], to: 'valid', who: decision, when: 'its revocation was annulled' },
  { act: 'forfeit', from: [...inForce, 'expired'], to: 'forfeited', who: decision },
  // 行政许可法 art. 70: also what has run out, or was taken back, is struck off.
  { act: 'cancel', from: [...inForce, 'expired', 'revoked', 'forfeited'], to: 'cancelled', who: decision },
];

/** Where an act leads from a state; where the graph has no arrow, nothing happens. */
export function stateAfter(from: LicenceState, act: LicenceAct): LicenceState {
  return licenceGraph.find((one) => one.act === act && one.from.includes(from))?.to ?? from;
}
