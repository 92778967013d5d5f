import type { Arrow } from '../record-change.ts';

export const authorityStates = ['proposed', 'active', 'suspended', 'to-confirm', 'ended'] as const;
export type AuthorityState = (typeof authorityStates)[number];

export const authorityActs = [
  'accept',
  'decline',
  'suspend',
  'resume',
  'must-confirm',
  'confirm',
  'renounce',
  'end',
  'expire',
] as const;
export type AuthorityAct = (typeof authorityActs)[number];

/** `principal`: for whom is acted; `delegate`: who acts; `window`: staff who see an identity and keep a signature; `agency`: the clock. */
export type AuthorityActor = 'principal' | 'delegate' | 'window' | 'agency';

const inForce = ['active', 'suspended'] as const;
const notEnded: readonly AuthorityState[] = ['proposed', ...inForce, 'to-confirm'];

/** 代理权限: what becomes of who may act for whom. A death never ends one silently, nor keeps it: somebody has to confirm it. */
export const authorityGraph: readonly Arrow<AuthorityState, AuthorityAct, AuthorityActor>[] = [
  { act: 'accept', from: ['proposed'], to: 'active', who: ['delegate'] },
  { act: 'decline', from: ['proposed'], to: 'ended', who: ['delegate'] },
  { act: 'suspend', from: ['active'], to: 'suspended', who: ['principal', 'window'] },
  { act: 'resume', from: ['suspended'], to: 'active', who: ['principal', 'window'] },
  {
    act: 'must-confirm',
    from: inForce,
    to: 'to-confirm',
    who: ['window'],
    when: 'a death, a deregistration or another legal representative is reported',
  },
  {
    act: 'confirm',
    from: ['to-confirm'],
    to: 'active',
    who: ['window', 'principal'],
    when: 'the principal itself only after its legal representative has changed',
  },
  { act: 'renounce', from: [...inForce, 'to-confirm'], to: 'ended', who: ['delegate'] },
  { act: 'end', from: notEnded, to: 'ended', who: ['principal', 'window'] },
  { act: 'expire', from: notEnded, to: 'ended', who: ['agency'], when: 'its last moment has passed' },
];
