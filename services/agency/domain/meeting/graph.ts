import type { Arrow } from '../record-change.ts';

export const meetingStates = ['called', 'held', 'cancelled'] as const;
type MeetingState = (typeof meetingStates)[number];
export const meetingActs = ['move', 'hold', 'cancel'] as const;
export type MeetingAct = (typeof meetingActs)[number];

/** 协调会: (from, act, who) → to. */
export const meetingGraph: readonly Arrow<MeetingState, MeetingAct, 'officers'>[] = [
  { act: 'move', from: ['called'], to: 'called', who: ['officers'] },
  { act: 'hold', from: ['called'], to: 'held', who: ['officers'], when: 'its day has come; decisions become tasks' },
  { act: 'cancel', from: ['called'], to: 'cancelled', who: ['officers'] },
];

export const taskStates = ['open', 'done', 'dropped'] as const;
type TaskState = (typeof taskStates)[number];
export const taskActs = ['done', 'be-late', 'drop'] as const;
export type TaskAct = (typeof taskActs)[number];
/** `doer`: the officer whose it is, or whoever may answer for the department. */
export type TaskActor = 'doer' | 'lead' | 'clock';

/** 会议决定事项: what was decided, by whom it is to be done, until when. */
export const taskGraph: readonly Arrow<TaskState, TaskAct, TaskActor>[] = [
  { act: 'done', from: ['open'], to: 'done', who: ['doer'], when: 'and says how' },
  { act: 'be-late', from: ['open'], to: 'open', who: ['clock'], when: 'its day has passed' },
  { act: 'drop', from: ['open'], to: 'dropped', who: ['lead'], when: 'with reasons' },
];
