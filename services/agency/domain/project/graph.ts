import type { Role } from '#shared/actor';

export const projectStates = [
  'reserve',
  'coded',
  'in-approval',
  'under-construction',
  'completed',
  'suspended',
  'terminated',
  'merged',
  'split',
] as const;
type ProjectState = (typeof projectStates)[number];

const movingActs = [
  'give-code',
  'begin-approval',
  'begin-construction',
  'complete',
  'suspend',
  'resume',
  'terminate',
  'merge',
  'split',
] as const;
type MovingAct = (typeof movingActs)[number];

/** `investor`: whoever is to become it; `facts`: what becomes of its stages and their cases. */
export type ProjectActor = Extract<Role, 'officer' | 'officer-lead' | 'window'> | 'investor' | 'facts';

interface ProjectArrow {
  act: MovingAct;
  from: readonly ProjectState[];
  to: ProjectState;
  who: readonly ProjectActor[];
  when?: string;
}

const officers: readonly ProjectActor[] = ['officer', 'officer-lead'];
const lead: readonly ProjectActor[] = ['officer-lead'];
const facts: readonly ProjectActor[] = ['facts'];
const unlessKnown = 'no case that is known speaks against it';
const desk: readonly ProjectActor[] = [...officers, 'window'];
/** What goes on; a project that is completed or has ended does not. */
const going = ['reserve', 'coded', 'in-approval', 'under-construction'] as const;
export const living: readonly ProjectState[] = [...going, 'suspended'];

/** What has ended without being built as it was; what is completed has not. */
export const over: readonly ProjectState[] = ['terminated', 'merged', 'split'];

/** What becomes of a project (储备 → 已赋码 → 审批中 → 建设中 → 竣工): (from, act, who) → to. */
export const projectGraph: readonly ProjectArrow[] = [
  { act: 'give-code', from: ['reserve'], to: 'coded', who: desk },
  { act: 'begin-approval', from: ['coded'], to: 'in-approval', who: officers },
  { act: 'begin-construction', from: ['in-approval'], to: 'under-construction', who: officers, when: unlessKnown },
  { act: 'complete', from: ['under-construction'], to: 'completed', who: officers, when: unlessKnown },
  { act: 'begin-approval', from: ['coded'], to: 'in-approval', who: facts, when: 'a stage is accepted' },
  {
    act: 'begin-construction',
    from: ['coded', 'in-approval'],
    to: 'under-construction',
    who: facts,
    when: 'the permit to build is granted',
  },
  {
    act: 'complete',
    from: ['coded', 'in-approval', 'under-construction'],
    to: 'completed',
    who: facts,
    when: 'all of the last stage is granted',
  },
  { act: 'suspend', from: going, to: 'suspended', who: officers },
  ...going.map((to): ProjectArrow => ({ act: 'resume', from: ['suspended'], to, who: officers, when: `it was ${to}` })),
  { act: 'terminate', from: living, to: 'terminated', who: lead },
  { act: 'merge', from: living, to: 'merged', who: lead, when: 'another project goes on with it' },
  { act: 'split', from: living, to: 'split', who: lead, when: 'other projects go on with it' },
];

const standingActs = [
  'edit',
  'correct-code',
  'take',
  'assign',
  'hand-over',
  'enter-area',
  'leave-area',
  'propose-investor',
  'confirm-investor',
  'decline-investor',
  'note-progress',
] as const;
type StandingAct = (typeof standingActs)[number];

interface Standing {
  act: StandingAct;
  in: readonly ProjectState[];
  who: readonly ProjectActor[];
}

const coded: readonly ProjectState[] = ['coded', 'in-approval', 'under-construction', 'completed', 'suspended'];

/** Acts that leave a project in the state in which it is. */
export const standing: readonly Standing[] = [
  { act: 'edit', in: living, who: desk },
  { act: 'correct-code', in: coded, who: lead },
  { act: 'take', in: living, who: ['officer'] },
  { act: 'assign', in: living, who: lead },
  { act: 'hand-over', in: living, who: lead },
  { act: 'enter-area', in: living, who: officers },
  { act: 'leave-area', in: living, who: officers },
  { act: 'propose-investor', in: living, who: desk },
  { act: 'confirm-investor', in: living, who: ['investor'] },
  { act: 'decline-investor', in: living, who: ['investor'] },
  { act: 'note-progress', in: [...living, 'completed'], who: facts },
];

export const projectActs = [...movingActs, ...standingActs] as const;
export type ProjectAct = MovingAct | StandingAct;
