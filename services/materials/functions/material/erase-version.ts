import { dayOf, type Day } from '#shared/calendar';
import { retried } from '#shared/conflict';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { MaterialChange, NotNow } from '../../domain/material/act.ts';
import { drop, erase, erasingIn, hide, release } from '../../domain/material/erasing.ts';
import type { Material, Version } from '../../domain/material/material.ts';
import { neededUntil } from '../../domain/use/use.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { wrongVersionState } from '../../problems/material.ts';
import { ownCause } from '../own-cause.ts';
import { ownVersion } from './own-material.ts';

/** The owner will have it no more: he sees it no longer, and it goes at once unless a case refers to it. */
export const eraseVersion =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const { found: material, version } = found;
    const change = erase(material, version.n, { at: call.cause.at, doer: 'owner' });
    if ('refused' in change) return refuse(wrongVersionState);
    const body = { id: material.id, status: 'erasing', version: material.version + 1, actions: [] };
    const reply = { status: 200, body };
    await deps.materials.save(change, { ...call.cause, reply });
    await carryOutErasures(material.id, deps);
    return reply;
  };

/** Each erasure of a document as far as it goes now. Cut off anywhere, the clock takes it up; true where something was done. */
export async function carryOutErasures(id: string, deps: MaterialsDeps): Promise<boolean> {
  for (let done = false; ; done = true) {
    if (!(await retried(() => nextStep(id, deps), deps.pause))) return done;
  }
}

/** One step of the first version that is to be erased now; false where there is none. */
async function nextStep(id: string, deps: MaterialsDeps): Promise<boolean> {
  const now = deps.now();
  const found = await deps.materials.load(id);
  const version = found && erasingIn(found, now);
  if (!version) return false;
  const had = await deps.materials.file(found.partyId, version.sha256);
  const change = await stepOf({ found, version, alone: had?.refs === 1 }, now, deps);
  if ('refused' in change) throw new Error(`a document cannot be erased: ${change.refused}`);
  await deps.materials.save(change, ownCause(deps), had);
  return true;
}

interface Erasing {
  found: Material;
  version: Version;
  /** No other document of its owner is that file. */
  alone: boolean;
}

/** First its end is looked at, then its file is nobody's, then the file goes, then the record: no step can lose another's file. */
async function stepOf(
  { found, version, alone }: Erasing,
  now: Date,
  deps: MaterialsDeps,
): Promise<MaterialChange | NotNow> {
  const { n, objectKey } = version;
  if (version.state === 'hidden') return erase(found, n, { at: now, doer: 'clock' });
  if (version.released) {
    if (version.released === 'alone' && objectKey) await (await deps.files()).remove(objectKey);
    return drop(found, n);
  }
  const until = await neededBy(await deps.uses.casesWith(found.id, n), dayOf(now), deps);
  if (until) return hide(found, n, until);
  return release(found, n, alone && objectKey ? 'alone' : 'shared');
}

/** Until when cases need a version; undefined where none does. No other can come to use it: it is at hand no longer. */
async function neededBy(caseIds: readonly string[], today: Day, { uses }: Pick<MaterialsDeps, 'uses'>) {
  const cases = await Promise.all(caseIds.map((caseId) => uses.get(caseId)));
  const ends = cases.flatMap(({ known }) => (known ? [neededUntil(known, today)] : []));
  return ends
    .filter((end) => today <= end)
    .toSorted()
    .at(-1);
}
