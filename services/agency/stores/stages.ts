import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { dayOf } from '#shared/calendar';
import type { Page } from '#shared/page';
import { markWrites, type Publisher } from '#shared/outbox';
import { pageOf, type PageAt } from '#shared/record-page';
import { ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import type { AgendaEntry } from '../domain/officer/agenda.ts';
import type { CaseCopy } from '../domain/plan/case-copy.ts';
import type { Project } from '../domain/project/project.ts';
import type { ProjectChange } from '../domain/project/change.ts';
import type { RoundChange } from '../domain/stage/change.ts';
import { isOpen } from '../domain/stage/graph.ts';
import type { Round } from '../domain/stage/round.ts';
import { agendaRow, stillCarriedBy } from './agenda-rows.ts';
import { casePrefix, copyIn } from './project-cases.ts';
import { projectKey, projectIn } from './project-rows.ts';
import { tallyWrites } from './officer-rows.ts';
import { projectWrites } from './project-writes.ts';
import * as rows from './stage-rows.ts';

/** A project with its rounds and the cases of its items. */
export interface Followed {
  project: Project;
  rounds: Round[];
  copies: CaseCopy[];
}

interface Moves {
  rounds: readonly RoundChange[];
  project?: ProjectChange | undefined;
  /** The project as it was read must still stand so. */
  as?: Project;
}

/** 审批阶段 of the projects of a set, round by round. */
export function stageStore(table: Table, publisher: Publisher) {
  const rowsOf = (projectId: string, prefix: string) => allRows(table, { partition: projectKey(projectId).pk, prefix });

  return {
    /** Undefined where the project is none of this set. */
    async of(projectId: string): Promise<Followed | undefined> {
      const [found, rounds, cases] = await Promise.all([
        table.get(projectKey(projectId)),
        rowsOf(projectId, rows.roundPrefix),
        rowsOf(projectId, casePrefix),
      ]);
      return found && { project: projectIn(found), rounds: rounds.map(rows.roundIn), copies: cases.map(copyIn) };
    },

    async get(named: rows.RoundName): Promise<Round | undefined> {
      const row = await table.get(rows.roundKey(named));
      return row && rows.roundIn(row);
    },

    /** What has moved, together. */
    async move({ rounds, project, as }: Moves, cause: Cause): Promise<void> {
      const due = await dueOf(table, rounds, project?.project ?? as);
      await table.transact([
        ...markWrites(cause),
        ...rounds.flatMap((change) => rows.roundWrites(publisher, change, cause)),
        ...due,
        ...(project ? [...projectWrites(publisher, project, cause), ...tallyWrites([project], cause.at)] : []),
        ...(as ? [{ check: projectKey(as.id), when: ifVersion(as.version) }] : []),
      ]);
    },

    /** The open rounds of the set, or those that a department leads, by what is due first; until a moment: what is overdue. */
    async open(of: { lead?: string | undefined; until?: Date | undefined }, page: PageAt): Promise<Page<Round>> {
      const place =
        of.lead === undefined ? { n: 2 as const, in: rows.openRounds } : { n: 1 as const, in: rows.ledBy(of.lead) };
      const until = of.until && { until: of.until.toISOString() };
      const list = { n: place.n, partitions: [place.in], newestFirst: false, ...until };
      return pageOf(table, { ...list, keyOf: keyNamed, nameOf, itemIn: rows.roundIn }, page);
    },
  };
}

/** When rounds are due, in the calendar of whoever carries the project; `held`: it is written or checked with them. */
async function dueOf(
  table: Pick<Table, 'get'>,
  rounds: readonly RoundChange[],
  held: Project | undefined,
): Promise<Write[]> {
  const [first] = rounds;
  if (!first) return [];
  const { projectId } = first.round;
  const row = held ? undefined : await table.get(projectKey(projectId));
  const officer = (held ?? (row && projectIn(row)))?.officer;
  const entries = rounds.map(({ round }): Write => ({ put: agendaRow(agendaEntry(round, officer)) }));
  return held ? entries : [...entries, stillCarriedBy(projectId, officer)];
}

/** By its stage and round; what is over, or has no limit that runs, is due on no day. */
function agendaEntry({ projectId, stage, round, state, dueAt }: Round, officer: string | undefined): AgendaEntry {
  const day = isOpen(state) && dueAt ? dayOf(dueAt) : undefined;
  return { kind: 'stage', ref: `${stage}-${round}`, projectId, officer, day };
}

/** In a list a round is known by the two parts of its key. */
const nameOf = ({ pk, sk }: Row): string => `${String(pk)} ${String(sk)}`;
const keyNamed = (name: string): Key => {
  const [pk = '', sk = ''] = name.split(' ');
  return { pk, sk };
};
