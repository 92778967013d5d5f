import type { Arrow } from '../record-change.ts';

export const visitStates = [
  'applied',
  'announced',
  'visited',
  'to-rectify',
  'to-recheck',
  'to-conclude',
  'passed',
  'failed',
  'withdrawn',
] as const;
export type VisitState = (typeof visitStates)[number];

export const visitActs = [
  'announce',
  'agree',
  'hold',
  'find',
  'finish',
  'close',
  'rectify',
  'accept',
  'reject',
  'pass',
  'fail',
  'withdraw',
] as const;
export type VisitAct = (typeof visitActs)[number];

/** `applicant`: the investor, or its officer under mandate. */
export type VisitActor = 'department' | 'lead' | 'applicant';

const going = ['applied', 'announced', 'visited', 'to-rectify', 'to-recheck', 'to-conclude'] as const;
const [department, lead, applicant] = [['department'], ['lead'], ['applicant']] as const;
const left = 'others are left';

/** What becomes of a joint acceptance inspection (联合验收): (from, act, who) → to. */
export const visitGraph: readonly Arrow<VisitState, VisitAct, VisitActor>[] = [
  { act: 'announce', from: ['applied', 'announced'], to: 'announced', who: lead },
  { act: 'agree', from: ['announced'], to: 'announced', who: applicant },
  { act: 'hold', from: ['announced'], to: 'visited', who: lead, when: 'its day has come' },
  { act: 'find', from: ['visited'], to: 'visited', who: department },
  { act: 'finish', from: ['visited'], to: 'visited', who: department },
  { act: 'finish', from: ['to-conclude'], to: 'to-conclude', who: department, when: 'it was silent' },
  { act: 'close', from: ['visited'], to: 'to-rectify', who: lead, when: 'there are findings' },
  { act: 'close', from: ['visited'], to: 'to-conclude', who: lead, when: 'there are none' },
  { act: 'rectify', from: ['to-rectify'], to: 'to-rectify', who: applicant, when: left },
  { act: 'rectify', from: ['to-rectify'], to: 'to-recheck', who: applicant, when: 'none is left' },
  { act: 'accept', from: ['to-recheck'], to: 'to-recheck', who: department, when: left },
  { act: 'accept', from: ['to-recheck'], to: 'to-rectify', who: department, when: 'another was rejected' },
  { act: 'accept', from: ['to-recheck'], to: 'to-conclude', who: department, when: 'all are mended' },
  { act: 'reject', from: ['to-recheck'], to: 'to-recheck', who: department, when: left },
  { act: 'reject', from: ['to-recheck'], to: 'to-rectify', who: department, when: 'none is left' },
  { act: 'pass', from: ['to-conclude'], to: 'passed', who: lead, when: 'every department has said so' },
  { act: 'fail', from: ['to-rectify', 'to-conclude'], to: 'failed', who: lead },
  { act: 'withdraw', from: going, to: 'withdrawn', who: applicant },
];
