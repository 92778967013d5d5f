import { refuse, type Call, type HttpResponse } from '#shared/route';
import { giveUp, withdraw, type MaterialChange, type NotNow } from '../../domain/material/act.ts';
import { versionActions } from '../../domain/material/graph.ts';
import { versionOf, type Material } from '../../domain/material/material.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { wrongVersionState } from '../../problems/material.ts';
import { forgetParts } from './forget-parts.ts';
import { ownVersion } from './own-material.ts';

type Decide = (found: Material, n: number) => MaterialChange | NotNow;

/** The function of an act of the owner on a version: loads, decides, saves. */
const onVersion =
  (decide: Decide) =>
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const change = decide(found.found, found.version.n);
    if ('refused' in change) return refuse(wrongVersionState);
    const reply = { status: 200, body: standing(change) };
    await deps.materials.save(change, { ...call.cause, reply });
    await forgetParts(change, deps);
    return reply;
  };

function standing({ before, material, n }: MaterialChange) {
  const id = material?.id ?? before?.id;
  const version = (before?.version ?? 0) + 1;
  const left = material && versionOf(material, n);
  return { id, status: left?.state ?? 'removed', version, actions: left ? versionActions(left.state, 'owner') : [] };
}

export const withdrawVersion = onVersion(withdraw);
export const giveUpUpload = onVersion((found, n) => giveUp(found, n, 'owner'));
