import type * as z from 'zod';
import { pointerOf, problems, type Fault, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { createBatch, type BatchChange } from '../../domain/batch/act.ts';
import { batchChannels } from '../../domain/batch/template-fault.ts';
import { templateFor } from '../../domain/edition/in-force.ts';
import { batchFaultWords, sendAtFar, sendAtPast, type BatchFaultCode } from '../../problems/batch.ts';
import type { batchBody } from '../../schemas/batch.ts';
import { runWrite } from '../../stores/batches.ts';
import { actsIn } from '../edition/for-district.ts';
import { bodyRows } from './body-rows.ts';
import { pieceWriter } from './pieces.ts';
import { uploadKey } from './file-keys.ts';
import { showActed } from './show-batch.ts';

type Body = z.infer<ReturnType<typeof batchBody>>;
type Make = Call<unknown, Body>;
type Deps = Pick<NotificationsDeps, 'batches' | 'batchFiles' | 'editions' | 'codeKey' | 'newId'>;

const farthestMs = 90 * 86_400_000;

/** One template for many: nothing of it is sent before its rows are found sound and another person has said yes. */
export const makeBatch =
  (deps: Deps) =>
  async (call: Make): Promise<HttpResponse> => {
    const { body, scope, cause, language } = call;
    if (!actsIn(body.district, scope, cause)) return refuse(problems.notFound);
    const sendAt = body.sendAt === undefined ? undefined : new Date(body.sendAt);
    if (sendAt && sendAt < cause.at) return refuse(sendAtPast);
    if (sendAt && sendAt.getTime() > cause.at.getTime() + farthestMs) return refuse(sendAtFar);
    const ruled = templateFor(await deps.editions.inForce(body.district), body.template);
    const open = batchChannels(ruled?.template, body.channels);
    const faults = faultsIn(body, open, language);
    if (faults.length > 0 || !ruled || !('channels' in open)) return refuse(problems.invalidInput, faults);
    const { district, title, file } = body;
    const { sub, partyId } = scope.actor;
    const asked = {
      id: deps.newId(),
      district,
      title,
      template: { key: ruled.template.key, edition: ruled.edition },
      kind: ruled.template.kind,
      channels: open.channels,
      ...(sendAt && { sendAt }),
      proposedBy: { sub, partyId },
      proposedAt: cause.at,
    };
    if (file) {
      const upload = await (await deps.batchFiles()).uploadAddress({ key: uploadKey(asked.id), ...file });
      return made(createBatch({ ...asked, file, rows: 0 }, cause.at), { call, deps, more: { upload } });
    }
    const read = bodyRows(body.rows ?? [], { ...ruled, key: await deps.codeKey(), language });
    if ('faults' in read) return refuse(problems.invalidInput, read.faults);
    const change = createBatch({ ...asked, rows: read.rows.length }, cause.at);
    const writer = pieceWriter(change.batch.id, await deps.batchFiles());
    for (const row of read.rows) await writer.add(row);
    return made(change, { call, deps, pieces: await writer.end() });
  };

interface Made {
  call: Make;
  deps: Deps;
  pieces?: readonly string[];
  more?: object;
}

async function made(change: BatchChange, { call: { scope, cause }, deps, pieces, more }: Made): Promise<HttpResponse> {
  const { batch } = change;
  const reply: Reply = {
    status: 201,
    headers: { Location: `/notifications/batches/${batch.id}/progress`, ETag: '"1"' },
    body: { ...showActed(batch, scope.actor), ...more },
  };
  await deps.batches.save(change, { ...cause, reply }, pieces ? [runWrite(batch.id, pieces)] : []);
  return reply;
}

type Open = ReturnType<typeof batchChannels>;

function faultsIn({ rows, file }: Body, open: Open, language: Language): Fault[] {
  const said = (pointer: string, code: BatchFaultCode): Fault => ({
    pointer,
    code,
    message: batchFaultWords[code][language],
  });
  return [
    ...((rows === undefined) === (file === undefined) ? [said('', 'rows-or-file')] : []),
    ...('fault' in open ? [said('/template', open.fault)] : []),
    ...('noText' in open ? open.noText.map((n) => said(pointerOf(['channels', n]), 'no-text')) : []),
  ];
}
