import type { Actor } from '#shared/actor';
import { drawingsInput, remarkInput } from '../../docs/examples/drawing.ts';
import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { companyActor } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { company, register } from './project.ts';

const body = staffActor('lead', { department: 'hc' });
const others = ['mnr', 'cad'].map((department) => staffActor('approver', { department }));
const reasons = '重新设计';
const basement = { ...coded, facts: { basementDue: true, lightningRisk: false }, investor: company };

const project = async (hall: Hall): Promise<string> => register(hall, basement);

const post = async (hall: Hall, [path, said]: readonly [string, object], actor: Actor) =>
  hall.ask({ method: 'POST', path, body: said, actor });

/** The drawings of the company, in review. */
async function review(hall: Hall): Promise<string> {
  const path = `/agency/projects/${await project(hall)}/drawing-reviews`;
  const made = await post(hall, [path, drawingsInput], companyActor(2));
  return String(made.body['id']);
}

/** The remark of a review, by its id. */
const remarks = new Map<string, string>();

async function withDesigner(hall: Hall): Promise<string> {
  const id = await review(hall);
  const path = `/agency/drawing-reviews/${id}`;
  await post(hall, [`${path}/remarks`, remarkInput], body);
  for (const actor of [...others, body]) await post(hall, [`${path}/finish`, {}], actor);
  await post(hall, [`${path}/close-round`, {}], body);
  const shown = await hall.ask({ path, actor: body });
  const [, remark = ''] = /"remarks":\[\{"id":"([^"]+)"/.exec(JSON.stringify(shown.body)) ?? [];
  remarks.set(id, remark);
  return id;
}

const names = { remark: '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54' };

export const drawingAskings: Record<string, Asking> = {
  'GET /agency/projects/{id}/drawing-reviews': { prepare: project, request: plain },
  'POST /agency/projects/{id}/drawing-reviews': { prepare: project, request: () => ({ body: drawingsInput }) },
  'GET /agency/drawing-reviews': { request: plain },
  'GET /agency/drawing-reviews/{id}': { prepare: review, request: plain },
  'POST /agency/drawing-reviews/{id}/remarks': { prepare: review, request: () => ({ body: remarkInput }) },
  'POST /agency/drawing-reviews/{id}/remarks/{remark}/settle': {
    prepare: review,
    names,
    request: () => ({ body: {} }),
  },
  'POST /agency/drawing-reviews/{id}/remarks/{remark}/uphold': {
    prepare: review,
    names,
    request: () => ({ body: { reasons } }),
  },
  'POST /agency/drawing-reviews/{id}/finish': { prepare: review, request: () => ({ body: {} }) },
  'POST /agency/drawing-reviews/{id}/close-round': { prepare: review, request: () => ({ body: {} }) },
  'POST /agency/drawing-reviews/{id}/resubmit': {
    prepare: withDesigner,
    request: (_desk, _actor, made = '') => ({
      body: { answers: [{ remarkId: remarks.get(made), text: '已改' }], parts: [] },
    }),
  },
  'POST /agency/drawing-reviews/{id}/opinion': { prepare: review, request: seen(1, { outcome: 'failed', reasons }) },
  'POST /agency/drawing-reviews/{id}/withdraw': { prepare: review, request: () => ({ body: { reasons } }) },
};
