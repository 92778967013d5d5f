import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { startOf, type Day } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { cursorOf, type Page } from '#shared/page';
import { inPieces } from '#shared/pieces';
import type { PageAt } from '#shared/record-page';
import { rowsAt } from '#shared/rows-at';
import { ifAbsent, ifVersion, type Row, type Table, type Write } from '#shared/table';
import { agendaKinds } from '../domain/officer/agenda.ts';
import { caseDue, type CaseDue } from '../domain/officer/case-due.ts';
import type { Project } from '../domain/project/project.ts';
import * as rows from './agenda-rows.ts';
import { resultWrites } from './officer-rows.ts';
import { copyKey } from './project-cases.ts';
import { projectKey } from './project-rows.ts';

const entry = once(() =>
  z.object({
    kind: z.enum(agendaKinds),
    ref: z.string(),
    projectId: z.string().optional(),
    officer: z.string().optional(),
    day: z.string().optional(),
  }),
);
const named = once(() => z.object({ itemKey: z.string() }));
const perTransaction = 90;

const entryOf = ({ projectId, caseId }: Pick<CaseDue, 'projectId' | 'caseId'>) => ({
  kind: 'case' as const,
  ref: caseId,
  projectId,
});

/** What is due of the projects of officers, by day. */
export function agendaStore(table: Table) {
  return {
    async caseOf(of: Pick<CaseDue, 'projectId' | 'caseId'>): Promise<CaseDue | undefined> {
      const row = await table.get(rows.agendaKey(entryOf(of)));
      return row && caseDue().parse(row);
    },

    /** What was said last of the cases of a project, while they are open. */
    async saidOf(projectId: string): Promise<Map<string, CaseDue['said']>> {
      const { pk: partition, sk: prefix } = rows.agendaKey({ projectId, kind: 'case', ref: '' });
      const found = await allRows(table, { partition, prefix });
      return new Map(found.map((row) => caseDue().parse(row)).map(({ caseId, said }) => [caseId, said]));
    },

    /** What is known of a case after a fact, and what that adds to the results of whoever carries its project. */
    async follow(
      { was, is, officer }: { was: CaseDue | undefined; is: CaseDue; officer: string | undefined },
      added: Record<string, number>,
      cause: Cause,
    ): Promise<void> {
      const row = rows.agendaRow({ ...entryOf(is), officer, day: is.day }, is);
      const to = is.counted && is.decided ? { whose: is.counted.officer, day: is.decided.day } : undefined;
      await table.transact([
        ...markWrites(cause),
        { put: row, when: was ? ifVersion(was.version) : ifAbsent },
        rows.stillCarriedBy(is.projectId, officer),
        ...(to ? resultWrites(to.whose, added, startOf(to.day)) : []),
      ]);
    },

    /** What is due of a project stands in the calendar of whoever carries it now. */
    async moveTo({ id, officer }: Pick<Project, 'id'> & { officer: string }, cause: Cause): Promise<void> {
      const found = await allRows(table, { partition: projectKey(id).pk, prefix: rows.agendaPrefix });
      const stale = found.map((row) => entry().parse(row)).filter((one) => one.officer !== officer);
      if (stale.length === 0) return;
      const { mark, ...unmarked } = cause;
      const pieces = inPieces(stale, perTransaction);
      for (const [n, piece] of pieces.entries()) {
        await table.transact([
          ...markWrites(n === pieces.length - 1 ? cause : unmarked),
          rows.stillCarriedBy(id, officer),
          ...piece.map((one) => moved(one, officer)),
        ]);
      }
    },

    page: (officer: string, days: Days, page: PageAt) => pageOfAgenda(table, { officer, ...days }, page),
  };
}

interface Days {
  from: Day;
  until: Day;
}
type Entry = z.infer<ReturnType<typeof entry>>;
type Listed = Entry & { itemKey?: string | undefined };

/** What an officer has to see to from one day to another, both included. */
async function pageOfAgenda(
  table: Pick<Table, 'query' | 'getAll'>,
  { officer, from, until }: Days & { officer: string },
  { limit, after }: PageAt,
): Promise<Page<Listed>> {
  const partition = rows.agendaOf(officer);
  const start = after && { after: keysAt(partition, after[0]) };
  const range = { from, until: `${until}~` };
  const { rows: found, last } = await table.query({ index: 'index2', partition, ...range, limit, ...start });
  const entries = found.map((row) => entry().parse(row));
  const end = entries.at(-1);
  const nextCursor = last && end ? cursorOf([rows.placeIn(end), end.ref]) : null;
  return { items: await withItems(table, entries), nextCursor };
}

/** Of cases the item, from the copies beside their projects. */
async function withItems(table: Pick<Table, 'getAll'>, entries: readonly Entry[]): Promise<Listed[]> {
  const keys = entries.map(({ projectId = '', ref: caseId }) => copyKey({ projectId, caseId }));
  const copies = await rowsAt(table, keys);
  return entries.map((one, n) => ({ ...one, itemKey: named().safeParse(copies[n]).data?.itemKey }));
}

/** Only what has to change: whoever writes the entry meanwhile writes the rest of it. */
function moved(one: Entry, officer: string): Write {
  const when = { expression: '#ref = :ref', names: { '#ref': 'ref' }, values: { ':ref': one.ref } };
  const place = one.day === undefined ? {} : { pk2: rows.agendaOf(officer), sk2: rows.placeIn(one) };
  return { update: rows.agendaKey(one), set: { officer, ...place }, when };
}

/** Where a page ended, by its place in the index. */
function keysAt(pk2: string, sk2: string): Row {
  const [, kind = '', ref = '', projectId = ''] = sk2.split('#');
  return { pk2, sk2, ...rows.agendaKey({ kind, ref, projectId }) };
}
