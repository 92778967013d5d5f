import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { workloadOf } from '../../domain/officer/load.ts';
import { presentOn, type Team } from '../../domain/officer/team.ts';
import type { teamsQuery } from '../../schemas/officer.ts';

/** The teams of this set, the oldest first. */
export const listTeams =
  (deps: AgencyDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof teamsQuery>>>): Promise<HttpResponse> => {
    const teams = await deps.teams();
    return listReply(query, outline, (page) => teams.page(page));
  };

const outline = ({ id, version, level, name, division }: Team) => plain({ id, version, level, name, division });

/** A team with what each of its members carries today. */
export const showTeam =
  (deps: AgencyDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const teams = await deps.teams();
    const found = await teams.get(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const loads = await teams.loadsOf(found.members.map(({ officer }) => officer));
    const present = presentOn(found, dayOf(cause.at));
    const members = found.members.map((member, n) => {
      const load = loads[n];
      return { ...member, present: present.includes(member), ...(load && workloadOf(load)) };
    });
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain({ ...outline(found), members }) };
  };
