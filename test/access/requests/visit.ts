import { announceInput, findingInput } from '../../docs/examples/visit.ts';
import { coded } from '../../docs/examples/project.ts';
import { companyActor } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';
import { company, lead, register } from './project.ts';

const reasons = '尚有收尾';
const findingId = '9a4e1c73-5b28-4d6f-8e07-3c2b9f5d1a64';
const said =
  (body: object): Asking['request'] =>
  () => ({ body });

/** A project of the company that is under construction. */
async function built(hall: Hall): Promise<string> {
  const id = await register(hall, { ...coded, investor: company });
  for (const [n, name] of ['begin-approval', 'begin-construction'].entries()) {
    const headers = { 'If-Match': `"${n + 1}"` };
    await hall.ask({ method: 'POST', path: `/agency/projects/${id}/${name}`, body: {}, actor: lead, headers });
  }
  return id;
}

async function visit(hall: Hall): Promise<string> {
  const path = `/agency/projects/${await built(hall)}/visits`;
  const { body } = await hall.ask({ method: 'POST', path, body: {}, actor: companyActor(2) });
  return String(body['id']);
}

const at = (request: Asking['request']): Asking => ({ prepare: visit, names: { finding: findingId }, request });

export const visitAskings: Record<string, Asking> = {
  'GET /agency/projects/{id}/visits': { prepare: built, request: plain },
  'POST /agency/projects/{id}/visits': { prepare: built, request: said({}) },
  'GET /agency/visits': { request: plain },
  'GET /agency/visits/{id}': at(plain),
  'POST /agency/visits/{id}/announce': at(said(announceInput)),
  'POST /agency/visits/{id}/agree': at(said({})),
  'POST /agency/visits/{id}/hold': at(said({ came: [] })),
  'POST /agency/visits/{id}/findings': at(said(findingInput)),
  'POST /agency/visits/{id}/finish': at(said({})),
  'POST /agency/visits/{id}/close': at(said({})),
  'POST /agency/visits/{id}/rectify': at(said({ findings: [{ findingId, text: '已改', materials: [findingId] }] })),
  'POST /agency/visits/{id}/findings/{finding}/accept': at(said({})),
  'POST /agency/visits/{id}/findings/{finding}/reject': at(said({ reasons, until: '2026-08-12' })),
  'POST /agency/visits/{id}/opinion': at(seen(1, { outcome: 'failed', reasons })),
  'POST /agency/visits/{id}/withdraw': at(said({ reasons })),
};
