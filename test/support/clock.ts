import { passTimeHourly } from '../../services/intake/functions/tick/pass-time.ts';
import type { IntakeWorld } from './intake.ts';

/** Moves the clock of a world to a moment and runs the hourly tick then, as it ran until now; gives how many cases time has changed. */
export async function tickedAt(world: IntakeWorld, at: string): Promise<number> {
  await passTimeHourly(world.deps)();
  world.clock.now = new Date(at);
  const { CasesPassedByTime = 0 } = await passTimeHourly(world.deps)();
  return CasesPassedByTime;
}
