import type * as z from 'zod';
import { problems, type Fault, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { isLevelOf, type Team } from '../../domain/officer/team.ts';
import { levelUnfit, memberTwice } from '../../problems/officer.ts';
import type { editTeamBody, teamBody } from '../../schemas/officer.ts';
import type { TeamChange } from '../../stores/teams.ts';

/** A team of this set begins. */
export const createTeam =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof teamBody>>>): Promise<HttpResponse> => {
    const { body, cause } = call;
    const faults = [...levelFaults(body, call, deps), ...memberFaults(body.members, call)];
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const made = { ...body, id: deps.newId(), version: 1, createdAt: cause.at, timelineHash: '' };
    return save({ before: undefined, team: made, act: 'create' }, call, deps);
  };

/** What is said of a team is replaced as a whole: who is in it, until when, and when he is not there. */
export const editTeam =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof editTeamBody>>>): Promise<HttpResponse> => {
    const before = await (await deps.teams()).get(call.params['id'] ?? '');
    if (!before) return refuse(problems.notFound);
    if (before.version !== call.ifMatch) return refuse(problems.versionStale);
    const { division, ...kept } = before;
    const team = { ...kept, ...call.body, version: before.version + 1 };
    const faults = [...levelFaults(team, call, deps), ...memberFaults(team.members, call)];
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    return save({ before, team, act: 'edit' }, call, deps);
  };

async function save(change: TeamChange, { cause }: Pick<Call, 'cause'>, deps: AgencyDeps): Promise<HttpResponse> {
  const { before, team } = change;
  const { id, version } = team;
  const headers = { ETag: `"${version}"`, ...(!before && { Location: `/agency/teams/${id}` }) };
  const reply = { status: before ? 200 : 201, headers, body: { id, version } };
  await (await deps.teams()).save(change, { ...cause, reply });
  return reply;
}

type Speaking = Pick<Call, 'language'>;

function levelFaults({ level, division }: Pick<Team, 'level' | 'division'>, call: Speaking, deps: AgencyDeps): Fault[] {
  const isFit = isLevelOf(level, deps) && (level === 'town') === (division !== undefined);
  return isFit ? [] : [faultOf(levelUnfit, '/level', call)];
}

function memberFaults(members: Team['members'], call: Speaking): Fault[] {
  return members.flatMap(({ officer, from, until = from, absences }, n) => {
    const isTwice = members.findIndex((one) => one.officer === officer) < n;
    const isTurned = until < from || absences.some((away) => away.until < away.from);
    return isTwice || isTurned ? [faultOf(memberTwice, `/members/${n}`, call)] : [];
  });
}

const faultOf = ({ code, ...words }: Problem, pointer: string, { language }: Speaking): Fault => ({
  pointer,
  code,
  message: words[language],
});
