import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { copied, declare, declareNext, type Declaring } from '../../domain/material/act.ts';
import { maxFile } from '../../domain/material/media.ts';
import { isWhatIsSaid, maxVersions, type Declared } from '../../domain/material/material.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { fileTooLarge, notYours, tooManyVersions, uploadOpen } from '../../problems/material.ts';
import type { declareBody, versionBody } from '../../schemas/material.ts';
import { copyOfOtherId, unlessLost } from './copy-of-other-id.ts';
import { ownerOf, ownMaterial } from './own-material.ts';
import { begun, declaredReply } from './upload-address.ts';

/** A new document, of the caller or of whom he acts for. */
export const declareMaterial =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof declareBody>>>): Promise<HttpResponse> => {
    const { type, about, partyId: named, ...declared } = call.body;
    const partyId = ownerOf(call.scope, named);
    if (!partyId) return refuse(notYours);
    const identity = { id: deps.newId(), partyId, type, about };
    return save(call, { partyId, declared, decide: (declaring) => declare(identity, declaring) }, deps);
  };

/** The next version of a document. */
export const declareVersion =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof versionBody>>>): Promise<HttpResponse> => {
    const found = await ownMaterial(call, deps);
    if ('problem' in found) return found;
    if (found.versions.length >= maxVersions) return refuse(tooManyVersions);
    const { partyId } = found;
    return save(call, { partyId, declared: call.body, decide: (declaring) => declareNext(found, declaring) }, deps);
  };

interface Saved {
  partyId: string;
  declared: Declared;
  decide: (declaring: Declaring) => ReturnType<typeof declareNext>;
}

/** A file that the owner has had checked before, as what he says it is, is at hand at once; any other gets an address to be sent to. */
async function save(call: Pick<Call, 'cause' | 'scope'>, saved: Saved, deps: MaterialsDeps): Promise<HttpResponse> {
  const { partyId, declared, decide } = saved;
  const { cause } = call;
  if (declared.size > maxFile) return refuse(fileTooLarge);
  const had = await deps.materials.file(partyId, declared.sha256);
  const declaring = { at: cause.at, declared };
  const copy = had
    ? undefined
    : await copyOfOtherId(call, { ...saved, decide: () => decide({ ...declaring, held: copied }) }, deps);
  const decided =
    copy ??
    decide({ ...declaring, held: had && isWhatIsSaid(had, declared) ? { objectKey: had.objectKey } : undefined });
  if ('refused' in decided) return refuse(uploadOpen);
  const change = await begun(decided, deps);
  const reply = await declaredReply(change, deps);
  const saving = deps.materials.save(change, { ...cause, reply }, had);
  await (copy ? saving.catch(unlessLost(change, deps)) : saving);
  return reply;
}
