import type { Application } from './application.ts';
import type { Task } from './task.ts';
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

/** Puts it back; the head may put back what another has. */
export function release(application: Application, { task, by }: Acting): Change | Refused {
  return onTask(application, { act: 'release', n: task, by }, (found) =>
    mayMove(found, by) ? { ...found, assignee: undefined } : refused('not-your-task'),
  );
}

/** Hands it to a colleague of the same department. */
export function transfer(
  application: Application,
  { task, body: { to, reason }, by }: Acting<{ to: string; reason: string }>,
): Change | Refused {
  if (application.recused.includes(to)) return refused('recused');
  const change = onTask(application, { act: 'transfer', n: task, by }, (found) =>
    mayMove(found, by) ? { ...found, assignee: to } : refused('not-your-task'),
  );
  return 'refused' in change ? change : { ...change, reason };
}

interface Recusal {
  /** Who steps back; the caller himself unless a head says otherwise. */
  who?: string | undefined;
  /** Who takes the task on; open to all unless named. */
  to?: string | undefined;
  reason: string;
}

/** 回避: steps back from the whole case; whatever he had in hand in it is free again. */
export function recuse(application: Application, { task, body, by }: Acting<Recusal>): Change | Refused {
  const { who = by.actor.sub, to, reason } = body;
  if (who !== by.actor.sub && !by.capacities.includes('head')) return refused('not-your-task');
  if (to !== undefined && (to === who || application.recused.includes(to))) return refused('recused');
  const change = onTask(application, { act: 'recuse', n: task, by }, (found) => ({ ...found, assignee: to }));
  if ('refused' in change) return change;
  const { application: after } = change;
  const tasks = after.tasks.map((one) => (isOpenFor(one, who) ? { ...one, assignee: undefined } : one));
  const recused = [...new Set([...after.recused, who])];
  const person = who === by.actor.sub ? [by.actor.partyId] : [];
  const recusedParties = [...new Set([...(after.recusedParties ?? []), ...person])];
  return { ...change, application: { ...after, tasks, recused, recusedParties }, reason };
}

interface Opinion {
  verdict: 'agree' | 'agree-with-conditions' | 'disagree';
  opinion: string;
}

/** Says what a department thinks; what waited for it opens. */
export function giveOpinion(application: Application, { at, task, body, by }: Acting<Opinion>): Change | Refused {
  const { verdict, opinion } = body;
  const given = { verdict, text: opinion, by: by.actor.sub, at };
  const change = onTask(application, { act: 'give-opinion', n: task, by }, (found) =>
    heldByAnother(found, by)
      ? refused('task-taken')
      : { ...found, state: 'done', assignee: by.actor.sub, opinion: given },
  );
  if ('refused' in change) return change;
  const tasks = openTasks(change.application.tasks, at);
  return { ...change, application: { ...change.application, tasks }, reason: opinion };
}

const isOpenFor = ({ state, assignee }: Task, sub: string): boolean => state === 'open' && assignee === sub;

const heldByAnother = ({ assignee }: Task, { actor }: Handler): boolean =>
  assignee !== undefined && assignee !== actor.sub;

const mayMove = (task: Task, by: Handler): boolean => !heldByAnother(task, by) || by.capacities.includes('head');

interface TaskAct {
  act: Act;
  n: number;
  by: Handler;
}

function onTask(
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
