import { Conflict } from '#shared/conflict';
import type { IntakeDeps } from '../../deps.ts';
import { makeNext } from '../bundle/make-next.ts';
import { clockCause, type Now } from './clock-cause.ts';

/** Makes the case that had no number yesterday; the others of its bundle follow by the bundle's own fact. */
export async function passBundle(id: string, { now }: Now, deps: IntakeDeps): Promise<boolean> {
  try {
    return await makeNext(id, { cause: clockCause(now, deps), byClock: true }, deps);
  } catch (error) {
    // Who acts on the bundle at this moment makes it himself, or the next hour does.
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
