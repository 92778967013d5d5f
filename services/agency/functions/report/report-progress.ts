import { dayOf } from '#shared/calendar';
import { sha256 } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { changing, isNews, progressOf } from '../../domain/report/progress.ts';
import { ownCause } from '../own-cause.ts';
import { knownOf, planOn } from '../plan/planned.ts';

/** Tells the city how far a project is, where that has changed, and each day on which something of it is overdue. */
export async function reportProgress(id: string, deps: AgencyDeps): Promise<boolean> {
  const [reports, project] = await Promise.all([deps.reports(), (await deps.projects()).get(id)]);
  if (!project) return false;
  const cause = ownCause(deps);
  const asked = await reports.of(id);
  const [known, said, followed] = await Promise.all([
    knownOf(project, deps),
    (await deps.agenda()).saidOf(id),
    (await deps.stages()).of(id),
  ]);
  const planned = planOn(project, { at: cause.at, ...known });
  const plan = 'problem' in planned ? undefined : planned.plan;
  const rounds = followed?.rounds ?? [];
  const progress = progressOf(project, { plan, cases: known.cases, said, rounds, today: dayOf(cause.at) });
  const digest = sha256(JSON.stringify(changing(progress)));
  const news = isNews(progress, digest, asked.told);
  await reports.tell(progress, { asked, digest, isNews: news }, cause);
  return news;
}
