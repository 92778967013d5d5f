/** What an officer has to see to by a day: a case of his project, a stage. */
export const agendaKinds = ['case', 'stage'] as const;

export interface AgendaEntry {
  kind: (typeof agendaKinds)[number];
  /** The case; of a stage its number and round. */
  ref: string;
  projectId: string;
  /** Who carries the project; absent where nobody does: then it stands in nobody's calendar. */
  officer?: string | undefined;
  /** The last day; absent where it is done, or its limit does not run. */
  day?: string | undefined;
}
