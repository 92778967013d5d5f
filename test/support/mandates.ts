import { projectInput } from '../docs/examples/project.ts';
import type { Actor } from '#shared/actor';
import { staffActor } from './actors.ts';
import { investorActor, officer, openAgency } from './agency.ts';

export const lead = staffActor('officer-lead');
export const nextOfficer = staffActor('officer', {}, 'next-officer');
export const full = { stages: [1, 2], extent: 'full' };

interface Acting {
  body?: object;
  actor?: Actor;
  seen?: number;
}

/** Gulou's agency with what mandates need; a project is carried by the officer. */
export function openMandates() {
  const agency = openAgency();
  const { ask, clock } = agency;
  const mandateOf = async (id: string, actor: Actor = lead) =>
    (await ask({ path: `/agency/mandates/${id}`, actor })).body;

  async function doOn(id: string, name: string, { body = {}, actor = officer, seen }: Acting = {}) {
    const headers = { 'If-Match': `"${seen ?? (await mandateOf(id)).version}"` };
    return ask({ method: 'POST', path: `/agency/mandates/${id}/${name}`, body, actor, headers });
  }

  /** A mandate that was asked for, with its project. */
  async function asked(terms: object = full, actor: Actor = investorActor) {
    const projectId = await agency.register(projectInput);
    const { body } = await ask({ method: 'POST', path: `/agency/projects/${projectId}/mandates`, body: terms, actor });
    return { projectId, id: String(body.id) };
  }

  /** One that the investor has sealed. */
  async function sealedOne(terms: object = full) {
    const made = await asked(terms);
    await doOn(made.id, 'draw-up', { body: terms });
    await doOn(made.id, 'sign');
    await doOn(made.id, 'seal', { actor: investorActor });
    return made;
  }

  /** What was told of authorities, the last of each. */
  const authorities = () => [
    ...new Map(
      agency
        .facts()
        .filter(({ type }) => type === 'agency.authority-changed.v1')
        .map((one) => [one.subject, one.data]),
    ).values(),
  ];
  return { ...agency, clock, mandateOf, doOn, asked, sealedOne, authorities };
}
