import type { Known, Person } from '../party/person.ts';
import type { Application } from './application.ts';
import { refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import { isRecused } from './recused.ts';
import { heldByAnother, onTask } from './review.ts';
import type { Handler } from './graph.ts';
import type { Task } from './task.ts';

/** Puts it back; the head may put back what another has. */
export function release(application: Application, { task, by }: Acting): Change | Refused {
  return onTask(application, { act: 'release', n: task, by }, (found) =>
    mayMove(found, by) ? { ...found, assignee: undefined } : refused('not-your-task'),
  );
}

/** Hands it to one of the colleagues who are known in its department. */
export const transfer =
  (colleagues: readonly Known[]) =>
  (application: Application, { task, body: { to, reason }, by }: Acting<{ to: string; reason: string }>) => {
    const colleague = colleagues.find(({ sub }) => sub === to);
    if (isRecused(application, colleague ?? { sub: to })) return refused('recused');
    const change = onTask(application, { act: 'transfer', n: task, by }, (found) => {
      if (!mayMove(found, by)) return refused('not-your-task');
      return colleague ? { ...found, assignee: to } : refused('not-a-colleague', [{ path: ['to'] }]);
    });
    return 'refused' in change ? change : { ...change, reason };
  };

interface Recusal {
  /** Who steps back; the caller himself unless a head says otherwise. */
  who?: string | undefined;
  /** Who takes the task on; open to all unless named. */
  to?: string | undefined;
  reason: string;
}

/** 回避: steps back from the whole case; whatever he had in hand in it is free again. */
export const recuse =
  (colleagues: readonly Known[]) =>
  (application: Application, { task, body, by }: Acting<Recusal>): Change | Refused => {
    const { who = by.actor.sub, to, reason } = body;
    if (who !== by.actor.sub && !by.capacities.includes('head')) return refused('not-your-task');
    const [leaving = { sub: who }, taking] = [who, to].map((one) =>
      [by.actor, ...colleagues].find(({ sub }) => sub === one),
    );
    if (to !== undefined && (to === who || isRecused(application, taking ?? { sub: to }))) return refused('recused');
    const strange = strangers(application, { who, to }, [by.actor, ...colleagues]);
    if (task === 0 && strange.length > 0) return refused('not-a-colleague', strange);
    if (task === 0) return steppedBack(step(application, 'recuse'), { leaving, reason });
    const change = onTask(application, { act: 'recuse', n: task, by }, (found) => {
      if (strange.length > 0) return refused('not-a-colleague', strange);
      if (found.assignee === undefined || found.assignee === who) return { ...found, assignee: to };
      // What a colleague has in hand stays with him: who steps back has nothing there to hand on.
      return to === undefined ? found : refused('not-your-task');
    });
    return 'refused' in change ? change : steppedBack(change, { leaving, reason });
  };

type Leaving = Pick<Person, 'sub'> & Partial<Person>;

const steppedBack = (change: Change, { leaving, reason }: { leaving: Leaving; reason: string }): Change => ({
  ...change,
  application: without(change.application, leaving),
  reason,
});

/** Tells who can see to it that a case is handled where nobody of its office is known to be left: the head, or whoever is above him. */
export function unlessLeft(
  change: Change,
  { others, by, at }: { others: readonly Person[]; by: Handler; at: Date },
): Change {
  const { application } = change;
  if (others.some((one) => !isRecused(application, one))) return change;
  const heads = by.capacities.includes('head') && isRecused(application, by.actor);
  const dueAt = application.ahead?.dueAt ?? at;
  const to = heads ? ('supervisor' as const) : ('head' as const);
  return { ...change, warning: { kind: 'nobody-left', to, department: application.department, dueAt } };
}

/** Named people who are nobody's colleague here; whoever has a task in hand is known by that. */
function strangers(
  { tasks, firstClerk }: Application,
  { who, to }: { who: string; to: string | undefined },
  known: readonly Person[],
): Fault[] {
  const isKnown = (one: string) => known.some(({ sub }) => sub === one);
  const leaves = isKnown(who) || who === firstClerk || tasks.some(({ assignee }) => assignee === who);
  return [...(leaves ? [] : [{ path: ['who'] }]), ...(to === undefined || isKnown(to) ? [] : [{ path: ['to'] }])];
}

function without(application: Application, { sub, partyId }: Leaving): Application {
  const { recused, recusedParties = [] } = application;
  return {
    ...application,
    tasks: application.tasks.map((one) => (isOpenFor(one, sub) ? { ...one, assignee: undefined } : one)),
    recused: [...new Set([...recused, sub])],
    recusedParties: [...new Set([...recusedParties, ...(partyId === undefined ? [] : [partyId])])],
  };
}

const isOpenFor = ({ state, assignee }: Task, sub: string): boolean => state === 'open' && assignee === sub;

const mayMove = (task: Task, by: Handler): boolean => !heldByAnother(task, by) || by.capacities.includes('head');
