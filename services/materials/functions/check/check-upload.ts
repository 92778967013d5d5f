import { retried } from '#shared/conflict';
import type { ObjectCreated } from '#shared/object-queue';
import { beginCheck, pass, refuse, type MaterialChange, type NotNow } from '../../domain/material/act.ts';
import { versionOf, type Material, type Version } from '../../domain/material/material.ts';
import { cleanKey, versionAt } from '../../domain/material/place.ts';
import type { Refusal } from '../../domain/material/state.ts';
import type { CheckDeps } from '../../deps.ts';
import type { Blob } from '../../stores/materials.ts';
import { inspect } from './inspect.ts';
import { ownCause } from '../own-cause.ts';

interface Place {
  id: string;
  n: number;
}

/**
 * A file has come in: it is looked at, and is then available or refused. Told of twice, or cut off halfway, it is looked at
 * again; a file that nobody waits for any more is removed. Only then the copy under quarantine goes: nothing stands in its place,
 * so that the address by which it came is refused (412) when somebody uses it again.
 */
export const checkUpload =
  (deps: CheckDeps) =>
  async (created: ObjectCreated): Promise<void> => {
    // What is declared has a byte at least: this is what we put there ourselves.
    if (created.size === 0) return;
    const place = versionAt(created.key);
    const version = place && (await change(place, (found) => beginCheck(found, place.n), deps));
    if (version) {
      const why = await inspect(created, version, deps);
      await (why ? turnDown(place, why, deps) : take(place, created, deps));
    }
    await deps.files.empty(created.key);
  };

function turnDown({ id, n }: Place, why: Refusal, deps: CheckDeps) {
  return change({ id, n }, (found) => refuse(found, n, { at: deps.now(), why }), deps);
}

/**
 * The file goes where checked files stand, and goes from there again where its version rests on another: its owner had the
 * same already, or was faster with it. Who was told of it at the same moment may have decided before; then that stands.
 */
async function take({ id, n }: Place, created: ObjectCreated, deps: CheckDeps): Promise<void> {
  const own = cleanKey(id, n);
  await deps.files.accept(created, own);
  const decided = await change(
    { id, n },
    (found, had) => pass(found, n, { at: deps.now(), objectKey: had?.objectKey ?? own }),
    deps,
  );
  const settled = decided ?? (await versionNow({ id, n }, deps));
  if (settled?.objectKey !== own) await deps.files.remove(own);
}

async function versionNow({ id, n }: Place, { materials }: CheckDeps): Promise<Version | undefined> {
  const found = await materials.load(id);
  return found && versionOf(found, n);
}

type Decide = (found: Material, had: Blob | undefined) => MaterialChange | NotNow;

/** Decides and saves, again where somebody else came first; the version then, or undefined where there was nothing to do. */
function change({ id, n }: Place, decide: Decide, deps: CheckDeps): Promise<Version | undefined> {
  const { materials, pause } = deps;
  return retried(async () => {
    const found = await materials.load(id);
    const version = found && versionOf(found, n);
    if (!version) return undefined;
    const had = await materials.file(found.partyId, version.sha256);
    const decided = decide(found, had);
    if ('refused' in decided || !decided.material) return undefined;
    await materials.save(decided, ownCause(deps), had);
    return versionOf(decided.material, n);
  }, pause);
}
