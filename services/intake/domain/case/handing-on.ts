import type { Known, Person } from '../party/person.ts';
import type { Application } from './application.ts';
import { refused, type Acting, type Change, type Fault, type Refused } from './change.ts';
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
    const change = onTask(application, { act: 'recuse', n: task, by }, (found) => {
      const strange = strangers(application, { who, to }, [by.actor, ...colleagues]);
      if (strange.length > 0) return refused('not-a-colleague', strange);
      if (found.assignee === undefined || found.assignee === who) return { ...found, assignee: to };
      // What a colleague has in hand stays with him: who steps back has nothing there to hand on.
      return to === undefined ? found : refused('not-your-task');
    });
    return 'refused' in change ? change : { ...change, application: without(change.application, leaving), reason };
  };

/** Named people who are nobody's colleague here; whoever has a task in hand is known by that. */
function strangers(
  { tasks }: Application,
  { who, to }: { who: string; to: string | undefined },
  known: readonly Person[],
): Fault[] {
  const isKnown = (one: string) => known.some(({ sub }) => sub === one);
  const leaves = isKnown(who) || tasks.some(({ assignee }) => assignee === who);
  return [...(leaves ? [] : [{ path: ['who'] }]), ...(to === undefined || isKnown(to) ? [] : [{ path: ['to'] }])];
}

function without(application: Application, { sub, partyId }: Pick<Person, 'sub'> & Partial<Person>): Application {
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
