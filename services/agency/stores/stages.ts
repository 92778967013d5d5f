import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import type { Page } from '#shared/page';
import { markWrites, type Publisher } from '#shared/outbox';
import { pageOf, type PageAt } from '#shared/record-page';
import { ifVersion, type Key, type Row, type Table } from '#shared/table';
import type { CaseCopy } from '../domain/plan/case-copy.ts';
import type { Project } from '../domain/project/project.ts';
import type { ProjectChange } from '../domain/project/change.ts';
import type { RoundChange } from '../domain/stage/change.ts';
import type { Round } from '../domain/stage/round.ts';
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
    move: ({ rounds, project, as }: Moves, cause: Cause): Promise<void> =>
      table.transact([
        ...markWrites(cause),
        ...rounds.flatMap((change) => rows.roundWrites(publisher, change, cause)),
        ...(project ? [...projectWrites(publisher, project, cause), ...tallyWrites([project], cause.at)] : []),
        ...(as ? [{ check: projectKey(as.id), when: ifVersion(as.version) }] : []),
      ]),

    /** The open rounds of the set, or those that a department leads, by what is due first; until a moment: what is overdue. */
    async open(of: { lead?: string | undefined; until?: Date | undefined }, page: PageAt): Promise<Page<Round>> {
      const place =
        of.lead === undefined ? { n: 2 as const, in: rows.openRounds } : { n: 1 as const, in: rows.ledBy(of.lead) };
      const until = of.until && { until: of.until.toISOString() };
      const list = {
        n: place.n,
        partitions: [place.in],
        newestFirst: false,
        keyOf: keyNamed,
        itemIn: listed,
        ...until,
      };
      const { items, nextCursor } = await pageOf(table, list, page);
      return { items: items.map(({ round }) => round), nextCursor };
    },
  };
}

/** In a list a round is known by the two parts of its key. */
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const keyNamed = (name: string): Key => {
  const [pk = '', sk = ''] = name.split(' ');
  return { pk, sk };
};
const listed = (row: Row) => {
  const round = rows.roundIn(row);
  return { id: nameOf(rows.roundKey(round)), round };
};
