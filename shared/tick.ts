import * as z from 'zod';
import { errorFields, type Log } from '#shared/log';
import type { Meter } from '#shared/meter';

export interface TickDeps {
  now: () => Date;
  log: Log;
  meter: Meter;
}

/** A scheduled act; what it gives back becomes CloudWatch metrics. */
export type ScheduledAct = () => Promise<Record<string, number>>;

const input = z.object({ act: z.string() });

/** The `tick` function of a service: runs the act that the schedule names, and fails loudly so that it is tried again. */
export function tickHandler(acts: Record<string, ScheduledAct>, { now, log, meter }: TickDeps) {
  return async (event: unknown): Promise<void> => {
    const started = now();
    const { act } = input.parse(event);
    const run = Object.hasOwn(acts, act) ? acts[act] : undefined;
    if (!run) throw new Error('the schedule names an act that this service does not have');
    try {
      const measures = await run();
      log.write('info', { route: act, ms: now().getTime() - started.getTime(), ...meter.read() }, measures);
    } catch (error) {
      log.write('error', { route: act, ...meter.read(), ...errorFields(error) }, { TickFaults: 1 });
      throw error;
    }
  };
}
