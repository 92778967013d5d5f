import type { AgencyDeps } from '../../deps.ts';
import { passTime } from '../../domain/consultation/act.ts';
import { ownCause } from '../own-cause.ts';

/** What was not answered in time is late; what its asker says nothing to is closed. */
export async function passConsultation(id: string, deps: AgencyDeps): Promise<boolean> {
  const consultations = await deps.consultations();
  const [found, calendar] = await Promise.all([consultations.get(id), (await deps.calendars()).current()]);
  const change = found && passTime(found, { at: deps.now(), calendar });
  if (change) await consultations.save(change, ownCause(deps));
  return change !== undefined;
}
