import type { Arrow } from '../record-change.ts';

export const consultationStates = ['open', 'asked-back', 'answered', 'closed', 'withdrawn'] as const;
export type ConsultationState = (typeof consultationStates)[number];
export const consultationActs = [
  'take',
  'pass-on',
  'answer',
  'ask-back',
  'be-late',
  'tell',
  'close',
  'lapse',
  'withdraw',
] as const;
export type ConsultationAct = (typeof consultationActs)[number];
/** `office`: whoever answers for the team or the department that was asked. */
export type ConsultationActor = 'office' | 'asker' | 'clock';

/** 咨询: (from, act, who) → to. */
export const consultationGraph: readonly Arrow<ConsultationState, ConsultationAct, ConsultationActor>[] = [
  { act: 'take', from: ['open'], to: 'open', who: ['office'], when: 'another is named, or nobody' },
  { act: 'pass-on', from: ['open'], to: 'open', who: ['office'] },
  { act: 'answer', from: ['open'], to: 'answered', who: ['office'], when: 'no other is named' },
  { act: 'ask-back', from: ['open'], to: 'asked-back', who: ['office'], when: 'no other is named' },
  { act: 'be-late', from: ['open'], to: 'open', who: ['clock'], when: 'its limit has passed' },
  { act: 'tell', from: ['asked-back', 'answered'], to: 'open', who: ['asker'], when: 'the limit begins anew' },
  { act: 'close', from: ['answered'], to: 'closed', who: ['asker'], when: 'it says whether it was helpful' },
  { act: 'lapse', from: ['asked-back', 'answered'], to: 'closed', who: ['clock'], when: 'the asker was silent' },
  { act: 'withdraw', from: ['open', 'asked-back'], to: 'withdrawn', who: ['asker'] },
];
