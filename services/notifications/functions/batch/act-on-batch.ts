import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { approve, confirm, end, isOwn, pause, resume, type BatchChange } from '../../domain/batch/act.ts';
import type { Batch } from '../../domain/batch/batch.ts';
import { templateFor } from '../../domain/edition/in-force.ts';
import { batchOver, fileDiffers, fileNotSent, ownBatch, templateOver } from '../../problems/batch.ts';
import { openTo } from './read-batches.ts';
import { uploadKey } from './file-keys.ts';
import { showActed } from './show-batch.ts';

type Deps = Pick<NotificationsDeps, 'batches' | 'batchFiles' | 'editions'>;
type Decide = (
  found: Batch,
  call: Call,
  deps: Deps,
) => HttpResponse | BatchChange | undefined | Promise<HttpResponse | BatchChange | undefined>;

/** An act of people: decided by the batch as it stands, and saved with its reply. */
const acting =
  (decide: Decide) =>
  (deps: Deps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await openTo(call, deps);
    if (!found) return refuse(problems.notFound);
    const change = await decide(found, call, deps);
    if (!change) return refuse(batchOver);
    if (!('batch' in change)) return change;
    const { batch } = change;
    const body = showActed(batch, call.scope.actor);
    const reply: Reply = { status: 200, headers: { ETag: `"${batch.version}"` }, body };
    await deps.batches.save(change, { ...call.cause, reply });
    return reply;
  };

/** An act that follows a reading: by the version that was read, and no other. */
const actingOn = (decide: Decide) =>
  acting((found, call, deps) =>
    call.ifMatch === found.version ? decide(found, call, deps) : refuse(problems.versionStale),
  );

/** What lies there is read if it is what was declared; the bucket itself has made its hash. */
export const confirmBatch = acting(async (found, { cause }, { batchFiles }) => {
  const change = confirm(found, cause.at);
  if (!change) return undefined;
  const lying = await (await batchFiles()).lying(uploadKey(found.id));
  if (!lying) return refuse(fileNotSent);
  return lying.sha256 === found.file?.sha256 ? change : refuse(fileDiffers);
});

/** Another person lets it go, in the words that still hold. */
export const approveBatch = actingOn(async (found, { scope, cause }, { editions }) => {
  const { sub, partyId } = scope.actor;
  const change = approve(found, { sub, partyId }, cause.at);
  if (!change) return undefined;
  if (isOwn(found, scope.actor)) return refuse(ownBatch);
  const { key, edition } = found.template;
  const holds = templateFor(await editions.inForce(found.district), key);
  return holds?.edition === edition ? change : refuse(templateOver);
});

export const pauseBatch = actingOn((found, { cause }) => pause(found, cause.at));
export const resumeBatch = actingOn((found, { cause }) => resume(found, cause.at));
export const cancelBatch = actingOn((found) => end(found, 'cancel'));
