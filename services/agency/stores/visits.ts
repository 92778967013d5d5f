import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import type { VisitChange } from '../domain/visit/change.ts';
import type { VisitState } from '../domain/visit/graph.ts';
import { jointVisit, type JointVisit } from '../domain/visit/visit.ts';
import { recordStore } from './records.ts';
import { underWay } from './under-way.ts';

const ofProject = (projectId: string) => `VISITS#project#${projectId}`;
const ofLead = (lead: string, state: VisitState) => `VISITS#lead#${lead}#${state}`;
const over: ReadonlySet<VisitState> = new Set(['passed', 'failed', 'withdrawn']);

/** 联合验收 of a set: by project, and by who leads them and how they stand. */
export function visitStore(table: Table, publisher: Publisher) {
  const live = underWay<JointVisit>(table, 'VISIT', ({ state }) => over.has(state));
  const records = recordStore<JointVisit>(table, publisher, {
    name: 'VISIT',
    schema: jointVisit,
    places: (found) => {
      const place = `${found.appliedAt.toISOString()}#${found.id}`;
      return [[ofProject(found.projectId), place], [ofLead(found.lead, found.state), place], undefined];
    },
  });
  return {
    ...records,
    liveOf: live.liveOf,
    ofProject: (projectId: string, page: PageAt) =>
      records.list({ n: 1, partitions: [ofProject(projectId)], newestFirst: true }, page),
    ofLeads: (leads: readonly string[], state: VisitState, page: PageAt) =>
      records.list({ n: 2, partitions: leads.map((one) => ofLead(one, state)), newestFirst: false }, page),
    save: (change: VisitChange, cause: Cause) =>
      table.transact([...markWrites(cause), ...records.writesOf(change, cause), ...live.liveWrites(change)]),
  };
}
