import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import { passTime } from '../../domain/material/due.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';

/** What time does to documents: uploads that never came are forgotten, owners are warned, what has ended is offered no more. */
export const passTimeHourly = (deps: MaterialsDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) => passOne(pk.slice(pk.indexOf('#') + 1), deps));
  return { MaterialsPassedByTime: passed };
};

/** One step of each version at a time: what is due still is found again by the same walk or the next. */
function passOne(id: string, deps: MaterialsDeps): Promise<boolean> {
  return retried(async () => {
    const found = await deps.materials.load(id);
    const change = found && passTime(found, deps.now());
    if (!change) return false;
    await deps.materials.save(change, ownCause(deps));
    return true;
  }, deps.pause);
}
