/** What an officer has to see to by a day: a case of his project, a stage, what a meeting has given him to do. */
export const agendaKinds = ['case', 'stage', 'task'] as const;

export interface AgendaEntry {
  kind: (typeof agendaKinds)[number];
  /** The case, the task; of a stage its number and round. */
  ref: string;
  /** Absent where a task is about none. */
  projectId?: string | undefined;
  /** Who carries the project, or whose the task is; absent where nobody does: then it stands in nobody's calendar. */
  officer?: string | undefined;
  /** The last day; absent where it is done, or its limit does not run. */
  day?: string | undefined;
}
