import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { choose, type Choice } from '../../domain/officer/choose.ts';
import { presentOn, type Team } from '../../domain/officer/team.ts';
import { changed } from '../../domain/project/change.ts';
import { noSuchTeam, nobodyPresent } from '../../problems/officer.ts';
import type { assignBody } from '../../schemas/officer.ts';
import { saveAct, toActOn } from '../project/acted.ts';

/** A project goes to whoever of a team carries the least; its officer so far is none of them. */
export const assignProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof assignBody>>>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const team = await (await deps.teams()).get(call.body.team);
    if (!team) return refuse(noSuchTeam);
    const assigned = await chosenOf(team, { at: call.cause.at, but: found.officer }, deps);
    if (!assigned) return refuse(nobodyPresent);
    const change = changed(found, 'assign', { officer: assigned.officer });
    return saveAct(change && { ...change, assigned }, call, deps);
  };

/** Whose turn it is in a team, and whose it was not: `but` is who has the project already, or leaves. */
export async function chosenOf(
  team: Team,
  { at, but }: { at: Date; but: string | undefined },
  deps: Pick<AgencyDeps, 'teams'>,
): Promise<(Choice & { team: string; turn: number }) | undefined> {
  const teams = await deps.teams();
  // The turn is read before the loads: whoever is given a project between the two makes this choice fail.
  const turn = await teams.turnOf(team.id);
  const officers = presentOn(team, dayOf(at)).flatMap(({ officer }) => (officer === but ? [] : [officer]));
  const loads = await teams.loadsOf(officers);
  const choice = choose(loads.map((load, n) => ({ officer: officers[n] ?? '', load })));
  return choice && { ...choice, team: team.id, turn };
}
