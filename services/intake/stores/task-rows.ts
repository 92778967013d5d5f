import * as z from 'zod';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import type { Key, Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Task } from '../domain/case/task.ts';
import { recordKey } from './rows.ts';

/** One line of a department's list of reviews: an open task of an accepted case. */
export const listedTask = once(() =>
  z.object({
    caseId: z.string(),
    n: z.int(),
    department: z.string(),
    name: z.string().optional(),
    itemKey: z.string(),
    number: z.string().optional(),
    openedAt: z.string(),
    assignee: z.string().optional(),
  }),
);

export const reviewListKey = (department: string) => `REVIEW#${department}`;

const place = (n: number) => String(n).padStart(2, '0');
const taskKey = (id: string, n: number): Key => ({ pk: recordKey(id).pk, sk: `TASK#${place(n)}` });

/** The sort key of a task's row by its place in a department's list. */
export const taskSortKey = (sort: string): string => `TASK#${sort.slice(-2)}`;

const shown = (application: Application) => (application.state === 'accepted' ? application.tasks.filter(isOpen) : []);

/** The rows that bring a department's list up to what a case's tasks have become: each task that changed, and no other. */
export function taskWrites(before: Application, after: Application): Write[] {
  const [was, is] = [shown(before), shown(after)];
  return [
    ...is
      .filter((task) => JSON.stringify(task) !== JSON.stringify(was.find(({ n }) => n === task.n)))
      .map((task) => ({ put: taskRow(after, task) })),
    ...was.filter(({ n }) => !is.some((one) => one.n === n)).map(({ n }) => ({ remove: taskKey(after.id, n) })),
  ];
}

const isOpen = ({ state }: Task): boolean => state === 'open';

function taskRow({ id, itemKey, number }: Application, { n, department, name, assignee, openedAt }: Task) {
  const since = openedAt?.toISOString() ?? '';
  const listed = { pk1: reviewListKey(department), sk1: `${since}#${id}#${place(n)}` };
  return {
    ...taskKey(id, n),
    schema: 1,
    ...plain({ caseId: id, n, department, name, itemKey, number, assignee, openedAt }),
    ...listed,
  };
}
