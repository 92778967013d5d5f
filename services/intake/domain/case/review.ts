import type { Application } from './application.ts';
import type { Task } from './task.ts';
import { makerOf } from './maker.ts';
import { refused, step, type Acting, type Change, type Refused } from './change.ts';
import type { Act, Handler } from './graph.ts';

/** Opens what may be worked on: parallel steps together, a serial one when all before it are done. */
export function openTasks(tasks: readonly Task[], at: Date): Task[] {
  let blocked = false;
  return tasks.map((task, n) => {
    const before = tasks.slice(0, n).every(({ state }) => state === 'done');
    const mayOpen = task.mode === 'serial' ? before : !blocked;
    if (task.mode === 'serial' && task.state !== 'done') blocked = true;
    return task.state === 'waiting' && mayOpen ? { ...task, state: 'open', openedAt: at } : task;
  });
}

/** Takes a task in hand; two who try get one of them (by the version of the case). */
export function claim(application: Application, { task, by }: Acting): Change | Refused {
  return onTask(application, { act: 'claim', n: task, by }, (found) =>
    heldByAnother(found, by) ? refused('task-taken') : { ...found, assignee: by.actor.sub },
  );
}

interface Opinion {
  verdict: 'agree' | 'agree-with-conditions' | 'disagree';
  opinion: string;
}

/** Says what a department thinks; what waited for it opens. */
export function giveOpinion(application: Application, { at, task, body, by }: Acting<Opinion>): Change | Refused {
  const { verdict, opinion } = body;
  const given = { verdict, text: opinion, ...makerOf(by), at };
  const change = onTask(application, { act: 'give-opinion', n: task, by }, (found) =>
    heldByAnother(found, by)
      ? refused('task-taken')
      : { ...found, state: 'done', assignee: by.actor.sub, opinion: given },
  );
  if ('refused' in change) return change;
  const tasks = openTasks(change.application.tasks, at);
  return { ...change, application: { ...change.application, tasks }, reason: opinion };
}

/** Whether somebody else has a task in hand. */
export const heldByAnother = ({ assignee }: Task, { actor }: Handler): boolean =>
  assignee !== undefined && assignee !== actor.sub;

interface TaskAct {
  act: Act;
  n: number;
  by: Handler;
}

/** An act on one open task of his own department. */
export function onTask(
  application: Application,
  { act, n, by }: TaskAct,
  changed: (task: Task) => Task | Refused,
): Change | Refused {
  const task = application.tasks.find((one) => one.n === n);
  if (!task || task.state !== 'open') return refused('task-closed');
  if (by.departments !== 'any' && !by.departments.includes(task.department)) return refused('not-your-department');
  const next = changed(task);
  if ('refused' in next) return next;
  return step(application, act, { tasks: application.tasks.map((one) => (one.n === n ? next : one)) });
}
