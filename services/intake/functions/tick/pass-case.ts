import type { Application } from '../../domain/case/application.ts';
import type { Change } from '../../domain/case/change.ts';
import { passTime } from '../../domain/case/clock-act.ts';
import { recount } from '../../domain/case/recount.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isStillHeld } from '../case/licence-of.ts';
import { saveChange, type SavingDeps } from '../case/save-change.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

export type ClockDeps = SavingDeps & Pick<IntakeDeps, 'bundles' | 'dues' | 'licences' | 'newId' | 'parties' | 'set'>;

/** Everything that is due for one case, one act after another; false where nothing was. */
export async function passCase(id: string, at: Now, deps: ClockDeps): Promise<boolean> {
  for (let acts = 0; ;) {
    const found = await deps.applications.getForClock(id);
    const change = found && (await passed(found, at, deps));
    if (change) {
      acts += (await saved(change, at, deps)) ? 1 : 0;
      continue;
    }
    // Nothing is due after all, as after a change of the calendar: the row goes where it belongs.
    if (acts > 0 || (await putRight(id, found, { at, deps }))) return acts > 0;
  }
}

/** What silence grants in a bundle may rest on what is gone. */
async function passed(found: Application, at: Now, deps: ClockDeps): Promise<Change | undefined> {
  const change = await stillProved(found, at, deps);
  if (!found.bundleId || change?.application.outcome !== 'granted') return change;
  return (await import('../bundle/gone-before.ts')).grantedBySilence(change, deps);
}

/** What silence would renew is looked up once more: the licence may have been revoked since the case came in. */
async function stillProved(found: Application, { now, calendar }: Now, deps: ClockDeps): Promise<Change | undefined> {
  const change = passTime(found, now, calendar);
  if (change?.act !== 'renew-silently' || (await isStillHeld(found, deps))) return change;
  const unproved = passTime({ ...found, licence: undefined }, now, calendar);
  return unproved && { ...unproved, before: found };
}

/** Brings a case up to the calendars; true where they moved its end. */
export async function recountCase(id: string, at: Now, deps: ClockDeps): Promise<boolean> {
  for (;;) {
    const found = await deps.applications.getForClock(id);
    const change = found && recount(found, at.calendar);
    if (!change) return false;
    if (await saved(change, at, deps)) return true;
  }
}

/** False where somebody acts on the case at this very moment: look again. */
async function putRight(id: string, found: Application | undefined, { at, deps }: { at: Now; deps: ClockDeps }) {
  const moved = found && recount(found, at.calendar);
  const dues = await deps.dues();
  return moved ? saved(moved, at, deps) : unlessLost(dues.mend(id, found, at.now));
}

/** False where it lost a race. */
const saved = (change: Change, at: Now, deps: ClockDeps): Promise<boolean> => unlessLost(save(change, at, deps));

/** Nobody can refuse what time does: what the law grants asks for no place in a line. */
async function save(change: Change, { now, calendar }: Now, deps: ClockDeps): Promise<void> {
  const refused = await saveChange(change, { ...clockCause(now, deps), calendar }, deps);
  if (refused) throw new Error(`what time does to a case was refused: ${refused.refused}`);
}
