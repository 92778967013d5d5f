import type { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import type { ReceivedOf } from '#events/event';
import { limitFrom } from '../limit.ts';
import { silence } from './act.ts';
import { changed, kept, type Here, type ProblemChange } from './change.ts';
import type { Problem } from './problem.ts';

export type Told = Pick<ReceivedOf<typeof ProblemChangedV1>, 'data' | 'sequence'>;

/** What the city makes of what a district tells: what was handed up it takes over, whichever fact of that comes first. */
export function followDistrict(known: Problem | undefined, told: Told, here: Here): ProblemChange | undefined {
  const { data, sequence } = told;
  if (data.level === 'district' || (known && sequence <= known.heard)) return undefined;
  const isOver = data.state === 'closed' || data.state === 'withdrawn';
  if (!known) return takeOver(told, isOver ? data.state : 'raised', here);
  if (isOver) return kept(known, `home-${data.act}`, { state: data.state, limit: undefined, heard: sequence });
  if (data.act !== 'reopen') return kept(known, `home-${data.act}`, { heard: sequence });
  const limit = limitFrom(here.limits.problemInCity, here);
  return kept(known, 'home-reopen', { state: 'coordinating', level: 'city', reopened: true, limit, heard: sequence });
}

function takeOver({ data, sequence }: Told, state: Problem['state'], here: Here): ProblemChange {
  const { problemId: id, projectId, home, investor, raiser, kind, department, reopened } = data;
  const limit = state === 'raised' ? limitFrom(here.limits.problemInCity, here) : undefined;
  const begun = { version: 1, answers: [], late: false, raisedAt: here.at, timelineHash: '' };
  const named = { id, projectId, home, investor, raiser, kind, department };
  const after: Problem = {
    ...named,
    ...begun,
    state,
    level: 'city',
    reopened: reopened ?? false,
    limit,
    heard: sequence,
  };
  return { before: undefined, after, act: 'take-over', facts: [] };
}

/** What a district makes of what the city tells: it learns that it is solved, and how far it has gone until then. */
export function followCity(found: Problem, { data, sequence }: Told, here: Here): ProblemChange | undefined {
  if (sequence <= found.heard || found.state !== 'escalated') return undefined;
  if (data.state !== 'solved') return kept(found, `above-${data.act}`, { level: data.level, heard: sequence });
  const set = { level: data.level, heard: sequence, limit: silence(found, here) };
  return changed(found, { act: 'solve', to: 'solved', set }, here);
}
