import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { ProjectChange } from '../domain/project/change.ts';
import { reasonsToChoose } from '../domain/officer/choose.ts';
import { linkKinds, type Link, type Project } from '../domain/project/project.ts';
import { stepWrite, type Step } from './hand-overs.ts';
import { assignedPrefix, tallyWrites } from './officer-rows.ts';
import { projectLists } from './project-lists.ts';
import * as rows from './project-rows.ts';
import { projectWrites } from './project-writes.ts';

const storedLink = once(() => z.object({ kind: z.enum(linkKinds), projectId: z.uuid() }));
const planChange = once(() =>
  z.object({
    at: z.string(),
    on: z.array(z.string()),
    off: z.array(z.string()),
    end: z.object({ before: z.string().optional(), after: z.string().optional() }).optional(),
  }),
);
type PlanChange = z.infer<ReturnType<typeof planChange>>;
const storedChoice = once(() =>
  z.object({
    at: z.string(),
    officer: z.string(),
    team: z.string(),
    why: z.enum(reasonsToChoose),
    load: z.int(),
    among: z.int(),
  }),
);
const storedEntry = once(() => z.object({ at: z.string(), act: z.string(), office: z.string() }));

/** 投资项目 of a set: records with their timelines, codes and links. */
export function projectStore(table: Table, publisher: Publisher) {
  return {
    ...projectLists(table),

    async get(id: string): Promise<Project | undefined> {
      const row = await table.get(rows.projectKey(id));
      return row && rows.projectIn(row);
    },

    /** What other projects have left beside this one. */
    async linksTo(id: string): Promise<Link[]> {
      const { pk: partition } = rows.projectKey(id);
      return (await allRows(table, { partition, prefix: rows.linkPrefix })).map((row) => storedLink().parse(row));
    },

    async timelineOf(id: string) {
      const { pk: partition } = rows.projectKey(id);
      return (await allRows(table, { partition, prefix: 'T#' })).map((row) => storedEntry().parse(row));
    },

    /** To whom it was given by his load, and why to him. */
    async assignmentsOf(id: string) {
      const { pk: partition } = rows.projectKey(id);
      return (await allRows(table, { partition, prefix: assignedPrefix })).map((row) => storedChoice().parse(row));
    },

    /** How its plan has changed with its facts, the last first; not all of a long life. */
    async planChangesOf(id: string): Promise<PlanChange[]> {
      const { pk: partition } = rows.projectKey(id);
      const { rows: found } = await table.query({ partition, prefix: rows.planPrefix, newestFirst: true, limit: 20 });
      return found.map((row) => planChange().parse(row));
    },

    save: (change: ProjectChange, cause: Cause) =>
      table.transact([
        ...markWrites(cause),
        ...projectWrites(publisher, change, cause),
        ...tallyWrites([change], cause.at),
      ]),

    /** A project that is handed over with all that its officer carries, and how far that is by it. */
    saveStep: (change: ProjectChange, step: Step, cause: Cause) =>
      table.transact([...projectWrites(publisher, change, cause), ...tallyWrites([change], cause.at), stepWrite(step)]),

    /** At most twenty at once: a transaction has room for a hundred writes. */
    saveAll: (changes: readonly ProjectChange[], cause: Cause) =>
      table.transact([
        ...markWrites(cause),
        ...changes.flatMap((change) => projectWrites(publisher, change, cause)),
        ...tallyWrites(changes, cause.at),
      ]),
  };
}
