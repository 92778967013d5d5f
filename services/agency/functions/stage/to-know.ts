import type { CalendarYear } from '#shared/calendar';
import type { AgencyDeps } from '../../deps.ts';
import type { Area } from '../../domain/area/area.ts';
import type { Followed } from '../../stores/stages.ts';

/** All by which the stages of a project are judged. */
export interface Known extends Followed {
  calendar: readonly CalendarYear[];
  area: Area | undefined;
}

/** Undefined where the project is none of this set. */
export async function toKnow(
  projectId: string,
  deps: Pick<AgencyDeps, 'stages' | 'calendars' | 'areas'>,
): Promise<Known | undefined> {
  const [stages, calendars, areas] = await Promise.all([deps.stages(), deps.calendars(), deps.areas()]);
  const [followed, calendar] = await Promise.all([stages.of(projectId), calendars.current()]);
  const area = followed?.project.area && (await areas.get(followed.project.area.id));
  return followed && { ...followed, calendar, area };
}
