import type { Role } from '#shared/actor';

export const mandateStates = [
  'to-sign',
  'signing',
  'to-be-sealed',
  'acting',
  'done-at-window',
  'ended',
  'refused',
  'ended-by-window',
  'terminated',
] as const;
export type MandateState = (typeof mandateStates)[number];

const movingActs = [
  'draw-up',
  'sign',
  'seal',
  'refuse',
  'finish',
  'go-on',
  'end',
  'end-by-window',
  'terminate',
  'expire',
] as const;
type MovingAct = (typeof movingActs)[number];

/** `officer`: the one who carries the project; `investor`: whose mandate it is; `agency`: the service itself, by a fact or the clock. */
export type MandateActor = Extract<Role, 'officer' | 'officer-lead' | 'window'> | 'investor' | 'agency';

interface MandateArrow {
  act: MovingAct;
  from: readonly MandateState[];
  to: MandateState;
  who: readonly MandateActor[];
  when?: string;
}

/** Before it is sealed nobody acts by it. */
export const drafted: readonly MandateState[] = ['to-sign', 'signing', 'to-be-sealed'];
/** Sealed, and not over. */
export const sealed: readonly MandateState[] = ['acting', 'done-at-window'];
export const over: readonly MandateState[] = ['ended', 'ended-by-window', 'terminated'];

/** 代办: 待签订 → 签订中 → 待申请人签章 → 代办中 → 窗口办结 → 代办结束; 拒绝, 窗口终止, 代办终止. The window has no veto (榕政办〔2016〕224号): its lead refuses. */
export const mandateGraph: readonly MandateArrow[] = [
  { act: 'draw-up', from: drafted, to: 'signing', who: ['officer'] },
  { act: 'sign', from: ['signing'], to: 'to-be-sealed', who: ['officer'] },
  { act: 'seal', from: ['to-be-sealed'], to: 'acting', who: ['investor'], when: 'identity proved at level 3' },
  { act: 'refuse', from: drafted, to: 'refused', who: ['investor', 'officer-lead'], when: 'with reasons' },
  {
    act: 'refuse',
    from: drafted,
    to: 'refused',
    who: ['agency'],
    when: 'the project has another investor, or has ended',
  },
  { act: 'finish', from: ['acting'], to: 'done-at-window', who: ['officer'] },
  { act: 'go-on', from: ['done-at-window'], to: 'acting', who: ['investor', 'officer'] },
  { act: 'end', from: ['done-at-window'], to: 'ended', who: ['investor', 'officer-lead'] },
  {
    act: 'end-by-window',
    from: sealed,
    to: 'ended-by-window',
    who: ['officer-lead'],
    when: 'with reasons, day and signed sheet',
  },
  {
    act: 'terminate',
    from: sealed,
    to: 'terminated',
    who: ['investor', 'window'],
    when: 'with reasons and day; at a window with the signed sheet',
  },
  {
    act: 'terminate',
    from: sealed,
    to: 'terminated',
    who: ['agency'],
    when: 'the project has another investor, or has ended',
  },
  { act: 'expire', from: sealed, to: 'ended', who: ['agency'], when: 'its last moment has passed' },
];

const standingActs = ['replace', 'record-visit'] as const;
type StandingAct = (typeof standingActs)[number];

/** Acts that leave a mandate in its state. A return visit (回访) is not paid by the officer whom it is about. */
export const standingMandate: readonly {
  act: StandingAct;
  in: readonly MandateState[];
  who: readonly MandateActor[];
}[] = [
  { act: 'replace', in: [...drafted, ...sealed], who: ['officer-lead'] },
  { act: 'record-visit', in: over, who: ['officer-lead', 'window'] },
];

export const mandateActs = [...movingActs, ...standingActs] as const;
export type MandateAct = MovingAct | StandingAct;
