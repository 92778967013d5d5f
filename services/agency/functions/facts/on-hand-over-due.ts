import type { HandOverDueV1 } from '#events/agency/hand-over-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { readCursor } from '#shared/page';
import type { AgencyDeps } from '../../deps.ts';
import { paged, stepped, type HandOver, type Progress } from '../../domain/officer/hand-over.ts';
import { openOf } from '../../domain/officer/load.ts';
import { changed } from '../../domain/project/change.ts';
import { living } from '../../domain/project/graph.ts';
import type { Project } from '../../domain/project/project.ts';
import { withMandate } from '../mandate/with-mandate.ts';
import { chosenOf } from '../officer/assign-project.ts';

/** As many as are moved well within the time of a message. */
const perFact = 20;

/**
 * Moves some of the projects of an officer who leaves, one in each transaction with how far the whole is: a run that is killed is taken
 * up where it was, and nothing is moved twice.
 */
export const onHandOverDue =
  (deps: AgencyDeps) =>
  async ({ data }: ReceivedOf<typeof HandOverDueV1>, cause: Cause): Promise<void> => {
    const handOvers = await deps.handOvers();
    const found = await handOvers.get(data.handOverId);
    if (!found || found.progress.state === 'done') return;
    const { handOver } = found;
    const { page, more, last } = await listed(found, deps);
    let far = found.progress;
    for (const project of page) far = await move(project, { handOver, far, cause }, deps);
    const open = (await (await deps.teams()).loadsOf([handOver.from])).map(openOf)[0] ?? 0;
    const is = paged({ ...far, after: last ?? far.after }, { more, open });
    await handOvers.turn({ id: handOver.id, was: far, is }, cause);
  };

async function listed({ handOver, progress }: { handOver: HandOver; progress: Progress }, deps: AgencyDeps) {
  const projects = await deps.projects();
  const { items, nextCursor } = await projects.ofOfficer(
    { officer: handOver.from },
    { limit: perFact, after: progress.after },
  );
  const cursor = readCursor(nextCursor ?? undefined);
  // An index tells late what has left it: the records themselves say whose they are.
  const current = await projects.getAll(items.map(({ id }) => id));
  const page = current.filter(({ officer, state }) => officer === handOver.from && living.includes(state));
  return { page, more: nextCursor !== null, last: 'problem' in cursor ? undefined : cursor.after };
}

interface Moving {
  handOver: HandOver;
  far: Progress;
  cause: Cause;
}

async function move(project: Project, { handOver, far, cause }: Moving, deps: AgencyDeps): Promise<Progress> {
  const { id, from, to } = handOver;
  const { mark, ...unmarked } = cause;
  const projects = await deps.projects();
  const assigned = to === undefined ? await turnIn(handOver, cause, deps) : undefined;
  const officer = to ?? assigned?.officer;
  const is = stepped(far, projects.positionOf(project), officer !== undefined);
  const step = { id, was: far, is };
  const change = officer === undefined ? undefined : changed(project, 'hand-over', { officer });
  const moved = change && (await withMandate({ ...change, assigned }, cause.at, deps));
  if (moved && project.officer === from) await projects.saveStep(moved, step, unmarked);
  else await (await deps.handOvers()).skip(step);
  return is;
}

async function turnIn({ team, from }: HandOver, { at }: Cause, deps: AgencyDeps) {
  const found = team === undefined ? undefined : await (await deps.teams()).get(team);
  return found && chosenOf(found, { at, but: from }, deps);
}
