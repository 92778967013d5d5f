import { problem } from '#shared/problem';

export const meetingMoved = problem('meeting-moved', 409, [
  '协调会当前的状态不允许此操作，或者还未到开会日期。',
  'The meeting is in a state in which this cannot be done, or its day has not come.',
]);
export const taskMoved = problem('task-moved', 409, [
  '该事项当前的状态不允许此操作。',
  'The task is in a state in which this cannot be done.',
]);
export const agendaUnknown = problem('agenda-unknown', 409, [
  '议题中有项目或者问题不存在。',
  'A project or a problem of the agenda does not exist.',
]);

/** What is said of a decision that cannot become a task. */
export const decisionFaults = {
  'no-working-day': { zh: '完成日期应当是工作日。', en: 'The last day of a task is a working day.' },
  'day-passed': { zh: '完成日期不能早于今天。', en: 'The last day of a task lies ahead.' },
  'not-of-meeting': { zh: '不在本次会议的议题之内。', en: 'This was not on the agenda of the meeting.' },
} as const;
