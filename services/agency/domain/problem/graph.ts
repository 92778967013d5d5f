import type { Arrow } from '../record-change.ts';

export const problemStates = [
  'raised',
  'coordinating',
  'escalated',
  'to-report',
  'reported',
  'solved',
  'closed',
  'withdrawn',
] as const;
export type ProblemState = (typeof problemStates)[number];

export const problemActs = [
  'coordinate',
  'solve',
  'escalate',
  'report',
  'be-late',
  'confirm',
  'reopen',
  'lapse',
  'withdraw',
] as const;
export type ProblemAct = (typeof problemActs)[number];
/** `lead`: of the officers of the level where it is; `above`: the city, told by its facts; `raiser`: whoever raised it, in the set where he did. */
export type ProblemActor = 'lead' | 'above' | 'raiser' | 'clock';

const open: readonly ProblemState[] = ['raised', 'coordinating'];
const inDistrict = 'in a district';
const inCity = 'in the city';

/** 问题协调: (from, act, who) → to. A district and the city each have their own record of it, and the same graph. */
export const problemGraph: readonly Arrow<ProblemState, ProblemAct, ProblemActor>[] = [
  { act: 'coordinate', from: ['raised'], to: 'coordinating', who: ['lead'] },
  { act: 'solve', from: [...open, 'to-report', 'reported'], to: 'solved', who: ['lead'] },
  { act: 'escalate', from: open, to: 'escalated', who: ['lead', 'clock'], when: inDistrict },
  { act: 'escalate', from: open, to: 'to-report', who: ['lead', 'clock'], when: inCity },
  { act: 'report', from: ['to-report'], to: 'reported', who: ['lead'], when: inCity },
  { act: 'be-late', from: ['to-report'], to: 'to-report', who: ['clock'], when: 'its limit has passed' },
  { act: 'solve', from: ['escalated'], to: 'solved', who: ['above'] },
  { act: 'confirm', from: ['solved'], to: 'closed', who: ['raiser'] },
  { act: 'reopen', from: ['solved'], to: 'coordinating', who: ['raiser'], when: 'once; where it was solved here' },
  { act: 'reopen', from: ['solved'], to: 'escalated', who: ['raiser'], when: 'once; where it was solved above' },
  { act: 'lapse', from: ['solved'], to: 'closed', who: ['clock'], when: 'the raiser was told and was silent' },
  { act: 'withdraw', from: [...open, 'escalated'], to: 'withdrawn', who: ['raiser'] },
];
