import { areaInput } from '../../docs/examples/area.ts';
import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { uscc } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const lead = staffActor('officer-lead', {}, 'registering lead');
const investor = { uscc, name: '示例餐饮有限公司' };
const reasons = '区域规划已调整';

const post = async (hall: Hall, path: string, body: object) =>
  hall.ask({ method: 'POST', path, body, actor: lead, headers: { 'If-Match': '"1"' } });

async function draft(hall: Hall): Promise<string> {
  const { body } = await post(hall, '/agency/areas', areaInput);
  return String(body['id']);
}

async function published(hall: Hall): Promise<string> {
  const id = await draft(hall);
  await post(hall, `/agency/areas/${id}/publish`, {});
  return id;
}

/** The first report of an area, and the area of a project, by the id of what the path names. */
const named = new Map<string, string>();

async function withReport(hall: Hall): Promise<string> {
  const id = await published(hall);
  const { body } = await hall.ask({ path: `/agency/areas/${id}`, actor: lead });
  const [, first = ''] = /"reports":\[\{"id":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
  named.set(id, first);
  return id;
}

async function project(hall: Hall): Promise<string> {
  const { body } = await post(hall, '/agency/projects', { ...coded, investor });
  const id = String(body['id']);
  named.set(id, await published(hall));
  return id;
}

async function inArea(hall: Hall): Promise<string> {
  const id = await project(hall);
  await post(hall, `/agency/projects/${id}/area`, { areaId: named.get(id) });
  return id;
}

const onNamed =
  (body: (name: string) => object, version: number): Asking['request'] =>
  (_desk, _actor, made = '') => ({ body: body(named.get(made) ?? ''), headers: { 'If-Match': `"${version}"` } });

export const areaAskings: Record<string, Asking> = {
  'GET /agency/areas': { request: plain },
  'POST /agency/areas': { request: () => ({ body: areaInput }) },
  'GET /agency/areas/{id}': { prepare: published, request: plain },
  'POST /agency/areas/{id}/publish': { prepare: draft, request: seen(1) },
  'POST /agency/areas/{id}/add-report': { prepare: draft, request: seen(1, areaInput.reports[0]) },
  'POST /agency/areas/{id}/withdraw-report': {
    prepare: withReport,
    request: onNamed((reportId) => ({ reportId, reasons }), 2),
  },
  'POST /agency/areas/{id}/end': { prepare: published, request: seen(2, { reasons }) },
  'POST /agency/projects/{id}/area': { prepare: project, request: onNamed((areaId) => ({ areaId }), 1) },
  'POST /agency/projects/{id}/leave-area': { prepare: inArea, request: seen(2) },
};
