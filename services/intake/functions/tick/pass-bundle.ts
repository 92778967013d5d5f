import { Conflict } from '#shared/conflict';
import type { IntakeDeps } from '../../deps.ts';
import { makeNext } from '../bundle/make-next.ts';
import { passStage } from '../bundle/pass-stage.ts';
import { clockCause, type Now } from './clock-cause.ts';

/** What time does to a stage; and the case that had no number yesterday: the others of its bundle follow by the bundle's own fact. */
export async function passBundle(id: string, at: Now, deps: IntakeDeps): Promise<boolean> {
  try {
    const found = await (await deps.bundles()).getForFacts(id);
    const passed = found && (await passStage(found.bundle, at, deps));
    const cause = clockCause(at.now, deps);
    const made = await makeNext(id, { cause, byClock: { look: passed?.look } }, deps);
    return made || passed?.acted === true;
  } catch (error) {
    // Who acts on the bundle at this moment makes it himself, or the next hour does.
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
