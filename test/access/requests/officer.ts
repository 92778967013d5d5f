import { coded } from '../../docs/examples/project.ts';
import { staffActor } from '../../support/actors.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { projectOf } from './project.ts';

const lead = staffActor('officer-lead', {}, 'keeping lead');
const members = [{ officer: 'p_member', from: '2026-01-01' }];
const team = { level: 'county', name: '代办一队', members };

async function begin(hall: Hall): Promise<string> {
  const reply = await hall.ask({ method: 'POST', path: '/agency/teams', body: team, actor: lead });
  return String(reply.body['id']);
}

/** By its own id, the team to which a project is given. */
const teams = new Map<string, string>();
const assigning: Asking = {
  prepare: async (hall) => {
    const id = await projectOf(coded)(hall);
    teams.set(id, await begin(hall));
    return id;
  },
  request: (_desk, _actor, made = '') => ({ body: { team: teams.get(made) }, headers: { 'If-Match': '"1"' } }),
};

/** The officer whom paths name is the one who asks. */
const himself = async (): Promise<string> => 'p_officer';

const reasons = '调任';
async function handed(hall: Hall): Promise<string> {
  const path = '/agency/officers/p_officer/hand-over';
  const reply = await hall.ask({ method: 'POST', path, body: { to: 'p_member', reasons }, actor: lead });
  return String(reply.body['id']);
}

export const officerAskings: Record<string, Asking> = {
  'GET /agency/teams': { request: plain },
  'POST /agency/teams': { request: () => ({ body: team }) },
  'GET /agency/teams/{id}': { prepare: begin, request: plain },
  'POST /agency/teams/{id}/edit': { prepare: begin, request: seen(1, { name: '代办二队', members }) },
  'POST /agency/projects/{id}/assign': assigning,
  'GET /agency/officers/{id}/calendar': {
    prepare: himself,
    request: () => ({ query: { from: '2026-08-03', to: '2026-08-31' } }),
  },
  'GET /agency/officers/{id}/results': { prepare: himself, request: plain },
  'POST /agency/officers/{id}/hand-over': { prepare: himself, request: () => ({ body: { to: 'p_member', reasons } }) },
  'GET /agency/hand-overs/{id}': { prepare: handed, request: plain },
  'GET /agency/officers/{id}/projects': { prepare: himself, request: plain },
};
