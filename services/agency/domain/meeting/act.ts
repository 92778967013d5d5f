import { TaskChangedV1 } from '#events/agency/task-changed.v1';
import { fact } from '#events/event';
import { dayOf, isWorkingDay, type CalendarYear } from '#shared/calendar';
import { lateAt } from '../limit.ts';
import { stateBy, type RecordChange } from '../record-change.ts';
import { meetingGraph, taskGraph, type MeetingAct, type TaskAct } from './graph.ts';
import type { Decision, Meeting, Task } from './meeting.ts';

export type MeetingChange = RecordChange<Meeting>;
export type TaskChange = RecordChange<Task>;

type Calling = Pick<Meeting, 'id' | 'title' | 'on' | 'place' | 'projectIds' | 'problemIds' | 'departments'>;

export function call(given: Calling, at: Date): MeetingChange {
  const after: Meeting = { ...given, version: 1, state: 'called', tasks: [], calledAt: at, timelineHash: '' };
  return { before: undefined, after, act: 'call', facts: [] };
}

export const move = (found: Meeting, to: Pick<Meeting, 'on' | 'place'>) => changed(found, 'move', to);
export const cancel = (found: Meeting, reasons: string) => changed(found, 'cancel', { reasons });

interface Held {
  minutes: string;
  decisions: readonly Decision[];
  /** One for each decision. */
  ids: readonly string[];
}

/** What was decided becomes tasks in the same act; a meeting is not held before its day. */
export function hold(found: Meeting, { minutes, decisions, ids }: Held, at: Date) {
  const tasks = decisions.map((decision, n) => setTask({ ...decision, id: ids[n] ?? '', meetingId: found.id }, at));
  const change = found.on > dayOf(at) ? undefined : changed(found, 'hold', { minutes, tasks: [...ids] });
  return change && { change, tasks };
}

function changed(before: Meeting, act: MeetingAct, set: Partial<Meeting>): MeetingChange | undefined {
  const state = stateBy(meetingGraph, before.state, act);
  if (!state) return undefined;
  return { before, after: { ...before, ...set, state, version: before.version + 1 }, act, facts: [] };
}

export type DecisionFault = 'no-working-day' | 'day-passed' | 'not-of-meeting';

const isElsewhere = (id: string | undefined, agenda: readonly string[]) => id !== undefined && !agenda.includes(id);

/** What is wrong with a decision, and where: its last day is worked and lies ahead, and what it is about was on the agenda. */
export function faultsOf(
  { until, problemId, projectId }: Decision,
  { found, at, calendar }: { found: Meeting; at: Date; calendar: readonly CalendarYear[] },
): { at: 'until' | 'problemId' | 'projectId'; fault: DecisionFault }[] {
  return [
    ...(isWorkingDay(until, calendar) ? [] : [{ at: 'until' as const, fault: 'no-working-day' as const }]),
    ...(until >= dayOf(at) ? [] : [{ at: 'until' as const, fault: 'day-passed' as const }]),
    ...(isElsewhere(problemId, found.problemIds)
      ? [{ at: 'problemId' as const, fault: 'not-of-meeting' as const }]
      : []),
    ...(isElsewhere(projectId, found.projectIds)
      ? [{ at: 'projectId' as const, fault: 'not-of-meeting' as const }]
      : []),
  ];
}

function setTask(given: Decision & Pick<Task, 'id' | 'meetingId'>, at: Date): TaskChange {
  const after: Task = { ...given, version: 1, state: 'open', late: false, setAt: at, timelineHash: '' };
  return { before: undefined, after, act: 'set', facts: [told(after, 'set')] };
}

export const finish = (found: Task, note: string) => changedTask(found, 'done', { note });
export const drop = (found: Task, note: string) => changedTask(found, 'drop', { note });

export const dueAt = ({ state, until, late }: Task): Date | undefined =>
  state === 'open' && !late ? lateAt({ due: until }) : undefined;

export function passTime(found: Task, at: Date): TaskChange | undefined {
  const due = dueAt(found);
  return due && due <= at ? changedTask(found, 'be-late', { late: true }) : undefined;
}

function changedTask(before: Task, act: TaskAct, set: Partial<Task>): TaskChange | undefined {
  const state = stateBy(taskGraph, before.state, act);
  if (!state) return undefined;
  const after: Task = { ...before, ...set, state, version: before.version + 1 };
  return { before, after, act, facts: [told(after, act)] };
}

function told({ id, meetingId, projectId, problemId, who, state, until, late }: Task, act: TaskAct | 'set') {
  const about = { ...(projectId && { projectId }), ...(problemId && { problemId }) };
  const whose = who.kind === 'department' ? { department: who.department } : { officer: who.officer };
  const data = { taskId: id, meetingId, ...about, ...whose, state, act, until, ...(late && { late: true as const }) };
  return fact(TaskChangedV1, data);
}
