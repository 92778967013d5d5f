import type * as z from 'zod';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { begun } from '../../domain/officer/hand-over.ts';
import { openOf } from '../../domain/officer/load.ts';
import { noSuchTeam, notOfTeam, sameOfficer } from '../../problems/officer.ts';
import type { handOverAllBody } from '../../schemas/hand-over.ts';
import { takesOver } from './takes-over.ts';

/** All that an officer carries is to go to somebody else: each project by itself, after this act. */
export const handOverAll =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof handOverAllBody>>>): Promise<HttpResponse> => {
    const { params, body, cause } = call;
    const from = params['id'] ?? '';
    if (body.to === from) return refuse(sameOfficer);
    if (body.to !== undefined && !(await takesOver(body.to, cause.at, deps))) return refuse(notOfTeam);
    const teams = await deps.teams();
    if (body.team !== undefined && !(await teams.get(body.team))) return refuse(noSuchTeam);
    const total = (await teams.loadsOf([from])).map(openOf)[0] ?? 0;
    const made = { ...body, id: deps.newId(), version: 1, from, total, begunAt: cause.at, timelineHash: '' };
    const { id } = made;
    const shown = { id, status: begun.state, moved: 0, total };
    const reply = { status: 202, headers: { Location: `/agency/hand-overs/${id}` }, body: shown };
    await (await deps.handOvers()).begin(made, { ...cause, reply });
    return reply;
  };

/** How far it is: moved so many of so many, and what he still carries. */
export const showHandOver =
  (deps: AgencyDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = await (await deps.handOvers()).get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const { id, from, to, team, reasons, total, begunAt } = found.handOver;
    const { state: status, moved, left } = found.progress;
    const remaining = (await (await deps.teams()).loadsOf([from])).map(openOf)[0] ?? 0;
    return {
      status: 200,
      body: plain({ id, from, to, team, reasons, status, moved, total, left, remaining, begunAt }),
    };
  };
