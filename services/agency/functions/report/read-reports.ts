import type * as z from 'zod';
import { reportOf } from '#shared/csv-reply';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { projectStates } from '../../domain/project/graph.ts';
import { forProvince, projectStates as stateNames, unknown } from '../../domain/report/province.ts';
import { sumsOf, type DistrictSums } from '../../domain/report/reported.ts';
import type { progressQuery, provinceQuery, reportedQuery } from '../../schemas/report.ts';
import { lists } from '../../stores/reported.ts';

type Query<Schema extends () => z.ZodType> = Call<z.infer<ReturnType<Schema>>>;

/** Only the city is told how far the projects of others are. */
const inCity = ({ set, city }: Pick<AgencyDeps, 'set' | 'city'>) => set === city;

/** How many projects of each district are how far, and what is overdue. */
export const readProgress =
  (deps: AgencyDeps) =>
  async (call: Query<typeof progressQuery>): Promise<HttpResponse> => {
    if (!inCity(deps)) return refuse(problems.notFound);
    const items = sumsOf(await (await deps.reported()).sums());
    return reportOf(call, { items }, { name: 'progress', header, rows: items.map(line) });
  };

const stages = ['1', '2', '3', '4'];
const header = [
  '县（市）区',
  '项目数',
  ...projectStates.map((state) => stateNames[state]),
  ...stages.map((n) => `第${n}阶段`),
  '有逾期事项的项目',
  '逾期事项',
  '逾期阶段',
];
const line = (sums: DistrictSums): string[] => [
  sums.district,
  String(sums.projects),
  ...projectStates.map((state) => String(sums.states[state] ?? 0)),
  ...stages.map((n) => String(sums.stages[n] ?? 0)),
  String(sums.overdueProjects),
  String(sums.overdueItems),
  String(sums.overdueStages),
];

/** The projects behind the sums. */
export const listReported =
  (deps: AgencyDeps) =>
  async ({ query }: Query<typeof reportedQuery>): Promise<HttpResponse> => {
    if (!inCity(deps)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await (await deps.reported()).page(listOf(query), { limit: query.limit, after: cursor.after });
    const items = page.items.map(({ id, sequence, ...one }) => plain(one));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  };

function listOf({ district, state }: Query<typeof reportedQuery>['query']) {
  if (district !== undefined) return lists.district(district);
  return state === undefined ? lists.overdue() : lists.state(state);
}

/** What was told of projects on a day, in the words of the province. */
export const reportToProvince =
  (deps: AgencyDeps) =>
  async ({ query }: Query<typeof provinceQuery>): Promise<HttpResponse> => {
    if (!inCity(deps)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const { day, limit } = query;
    const page = await (await deps.reported()).ofDay(day, { limit, after: cursor.after });
    const items = page.items.flatMap((one) => forProvince(one) ?? []).map(plain);
    const withoutCode = page.items.length - items.length;
    return { status: 200, body: { day, unknown, withoutCode, items, nextCursor: page.nextCursor } };
  };
