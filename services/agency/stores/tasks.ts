import type { Publisher } from '#shared/outbox';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table, Write } from '#shared/table';
import { dueAt, type TaskChange } from '../domain/meeting/act.ts';
import { task, type Task } from '../domain/meeting/meeting.ts';
import { agendaKey, agendaRow } from './agenda-rows.ts';
import { recordStore } from './records.ts';

/** What is late stands apart, so that it is listed by itself. */
export type Standing = Task['state'] | 'late';
export type TaskStore = ReturnType<typeof taskStore>;

const standingOf = ({ state, late }: Task): Standing => (state === 'open' && late ? 'late' : state);
const doerOf = ({ who }: Task) =>
  who.kind === 'department' ? `department#${who.department}` : `officer#${who.officer}`;
const of = (whose: string, standing: Standing) => `TASKS#${whose}#${standing}`;
const inAll = (standing: Standing) => `TASKS#all#${standing}`;
const ofProblem = (problemId: string) => `TASKS#problem#${problemId}`;

/** What meetings have decided: by whose it is and how it stands, all that stand so, and by the problem that it is about. */
export function taskStore(table: Table, publisher: Publisher) {
  const records = recordStore<Task>(table, publisher, {
    name: 'TASK',
    schema: task,
    places: (found) => {
      const place = `${found.until}#${found.id}`;
      return [
        [of(doerOf(found), standingOf(found)), place],
        [inAll(standingOf(found)), place],
        found.problemId === undefined ? undefined : [ofProblem(found.problemId), place],
      ];
    },
    dueAt,
  });
  const writesOf = (change: TaskChange, cause: Cause): Write[] => [
    ...records.writesOf(change, cause),
    ...agendaWrites(change.after),
  ];
  const list = (n: 1 | 2 | 3, partitions: readonly string[], page: PageAt) =>
    records.list({ n, partitions, newestFirst: false }, page);
  return {
    ...records,
    writesOf,
    save: (change: TaskChange, cause: Cause) => table.transact([...markWrites(cause), ...writesOf(change, cause)]),
    /** What is due first comes first. */
    ofOfficer: (officer: string, standing: Standing, page: PageAt) =>
      list(1, [of(`officer#${officer}`, standing)], page),
    ofDepartments: (departments: readonly string[], standing: Standing, page: PageAt) =>
      list(
        1,
        [...new Set(departments)].map((one) => of(`department#${one}`, standing)),
        page,
      ),
    all: (standing: Standing, page: PageAt) => list(2, [inAll(standing)], page),
    /** Of one problem, however they stand; it has few. */
    ofProblem: async (problemId: string): Promise<Task[]> =>
      (await list(3, [ofProblem(problemId)], { limit: 100, after: undefined })).items,
  };
}

/** An officer's stands in his calendar by its last day, until it is done or dropped. */
function agendaWrites({ id: ref, who, state, projectId, until: day }: Task): Write[] {
  if (who.kind === 'department') return [];
  const entry = { kind: 'task' as const, ref, projectId };
  if (state !== 'open') return [{ remove: agendaKey(entry) }];
  return [{ put: agendaRow({ ...entry, officer: who.officer, day }) }];
}
