import type { Role } from '#shared/actor';

const open = ['planned', 'handed-in', 'noticed', 'accepted'] as const;
export const stageStates = [...open, 'granted', 'partly-granted', 'refused', 'given-up'] as const;
export type StageState = (typeof stageStates)[number];

export const isOpen = (state: StageState): boolean => open.some((one) => one === state);

/** `facts`: what intake tells of the bundle and its cases. */
type StageActor = Extract<Role, 'officer' | 'officer-lead'> | 'facts';
export const stageActs = [
  'plan-again',
  'hand-in',
  'notice',
  'accept',
  'grant',
  'grant-partly',
  'refuse',
  'give-up',
] as const;

interface StageArrow {
  act: (typeof stageActs)[number];
  from: readonly StageState[];
  to: StageState;
  who: readonly StageActor[];
  when?: string;
}

const facts: readonly StageActor[] = ['facts'];

/** What becomes of a round of a stage; facts may come in any order, so some arrows go past what they overtook. */
export const stageGraph: readonly StageArrow[] = [
  {
    act: 'plan-again',
    from: ['planned'],
    to: 'planned',
    who: ['officer', 'officer-lead'],
    when: 'nothing of it was applied for',
  },
  { act: 'hand-in', from: ['planned', 'noticed'], to: 'handed-in', who: facts },
  { act: 'notice', from: ['planned', 'handed-in'], to: 'noticed', who: facts },
  { act: 'accept', from: ['planned', 'handed-in', 'noticed'], to: 'accepted', who: facts },
  { act: 'grant', from: open, to: 'granted', who: facts, when: 'every item is granted' },
  {
    act: 'grant-partly',
    from: open,
    to: 'partly-granted',
    who: facts,
    when: 'some items are granted, and none is open',
  },
  { act: 'refuse', from: open, to: 'refused', who: facts, when: 'none is granted, and none is open' },
  {
    act: 'give-up',
    from: open,
    to: 'given-up',
    who: facts,
    when: 'all have ended without a decision, or its project has',
  },
];

/** Which act leads from one state to another; undefined where none does. */
export const actBetween = (from: StageState, to: StageState): StageArrow['act'] | undefined =>
  stageGraph.find((arrow) => arrow.from.includes(from) && arrow.to === to)?.act;
