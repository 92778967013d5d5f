import { projectInput } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { companyActor } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { company, lead, register } from './project.ts';

const officer = staffActor('officer', {}, 'officer');
const terms = { stages: [1, 2], extent: 'full' };
const ending = { reasons: '另有安排', day: '2026-08-03', sheet: '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54' };

/** A project of the company that the officer carries. */
async function carried(hall: Hall): Promise<string> {
  const id = await register(hall, { ...projectInput, investor: company });
  const headers = { 'If-Match': '"1"' };
  await hall.ask({ method: 'POST', path: `/agency/projects/${id}/take`, body: {}, actor: officer, headers });
  return id;
}

const steps = [
  ['draw-up', terms, officer],
  ['sign', {}, officer],
  ['seal', {}, companyActor(3)],
  ['finish', {}, officer],
  ['end', {}, lead],
] as const;

/** A mandate of it after so many steps. */
const mandateAfter =
  (count: number) =>
  async (hall: Hall): Promise<string> => {
    const path = `/agency/projects/${await carried(hall)}/mandates`;
    const asked = await hall.ask({ method: 'POST', path, body: terms, actor: lead });
    const id = String(asked.body['id']);
    for (const [n, [name, body, actor]] of steps.slice(0, count).entries()) {
      const headers = { 'If-Match': `"${n + 1}"` };
      await hall.ask({ method: 'POST', path: `/agency/mandates/${id}/${name}`, body, actor, headers });
    }
    return id;
  };

/** An act after so many steps. */
const act = (count: number, body: object = {}): Asking => ({
  prepare: mandateAfter(count),
  request: () => ({ body, headers: { 'If-Match': `"${count + 1}"` } }),
});

export const mandateAskings: Record<string, Asking> = {
  'GET /agency/mandates': { request: plain },
  'GET /agency/projects/{id}/mandates': { prepare: carried, request: plain },
  'POST /agency/projects/{id}/mandates': { prepare: carried, request: () => ({ body: terms }) },
  'GET /agency/mandates/{id}': { prepare: mandateAfter(0), request: plain },
  'POST /agency/mandates/{id}/draw-up': act(0, terms),
  'POST /agency/mandates/{id}/sign': act(1),
  'POST /agency/mandates/{id}/seal': act(2),
  'POST /agency/mandates/{id}/refuse': act(2, { reasons: '自己办理' }),
  'POST /agency/mandates/{id}/finish': act(3),
  'POST /agency/mandates/{id}/go-on': act(4),
  'POST /agency/mandates/{id}/end': act(4),
  'POST /agency/mandates/{id}/end-by-window': act(3, ending),
  'POST /agency/mandates/{id}/terminate': act(3, ending),
  'GET /agency/mandates/{id}/closing-sheet': { prepare: mandateAfter(5), request: plain },
  'POST /agency/mandates/{id}/visit': act(5, { score: 1 }),
};
