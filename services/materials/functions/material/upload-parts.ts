import type * as z from 'zod';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { versionActions } from '../../domain/material/graph.ts';
import type { Version } from '../../domain/material/material.ts';
import { missingParts, partSize, sizeOfPart } from '../../domain/material/parts.ts';
import { quarantineKey } from '../../domain/material/place.ts';
import type { MaterialsDeps } from '../../deps.ts';
import type { Upload } from '../../files/uploads-in-parts.ts';
import { noSuchPart, partsMissing } from '../../problems/parts.ts';
import { wrongVersionState } from '../../problems/material.ts';
import type { partsBody } from '../../schemas/parts.ts';
import { ownVersion } from './own-material.ts';

/** Addresses for parts of a large file: each takes that part and no other, and takes it again where it broke off. */
export const addressParts =
  (deps: MaterialsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof partsBody>>>): Promise<HttpResponse> => {
    const found = await openUpload(call, deps);
    if ('problem' in found) return found;
    const asked = call.body.parts.map((part) => ({ ...part, size: sizeOfPart(part.n, found.version.size) }));
    if (asked.some(({ size }) => size === 0)) return refuse(noSuchPart);
    const files = await deps.files();
    const address = async (part: (typeof asked)[number]) => ({
      n: part.n,
      ...(await files.partAddress(found.upload, part)),
    });
    return { status: 200, body: { parts: await Promise.all(asked.map(address)) } };
  };

/** What has come of a large file, so that its sender goes on where he was cut off. */
export const listParts =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await openUpload(call, deps);
    if ('problem' in found) return found;
    const come = (await (await deps.files()).parts(found.upload)) ?? [];
    const parts = come.map(({ n, size, sha256 }) => ({ n, size, sha256 }));
    return { status: 200, body: { partSize, parts, missing: missingParts(come, found.version.size) } };
  };

/** All parts have come: they become one file, which is then checked as any other. Said twice, it is done once. */
export const completeUpload =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const { found: material, version } = found;
    if (!version.uploadId) return refuse(wrongVersionState);
    if (version.state === 'awaiting-upload') {
      const missing = await join(uploadOf(material.id, version, version.uploadId), version.size, deps);
      if (missing.length > 0) return refuse(partsMissing, missing.map(missingFault));
    }
    const { state: status } = version;
    const body = { id: material.id, status, version: material.version, actions: versionActions(status, 'owner') };
    return { status: 200, body };
  };

/** Which parts are missing; joins them where none is. An upload that is no more has been joined already. */
async function join(upload: Upload, size: number, { files }: Pick<MaterialsDeps, 'files'>): Promise<number[]> {
  const bucket = await files();
  const come = await bucket.parts(upload);
  if (!come) return [];
  const missing = missingParts(come, size);
  if (missing.length === 0) await bucket.join(upload, come);
  return missing;
}

const missingFault = (n: number) => ({ pointer: `/parts/${n}`, code: 'missing', message: String(n) });

async function openUpload(
  call: Pick<Call, 'params' | 'scope'>,
  deps: Pick<MaterialsDeps, 'materials'>,
): Promise<{ upload: Upload; version: Version } | Refusal> {
  const found = await ownVersion(call, deps);
  if ('problem' in found) return found;
  const { found: material, version } = found;
  if (version.state !== 'awaiting-upload' || !version.uploadId) return refuse(wrongVersionState);
  return { upload: uploadOf(material.id, version, version.uploadId), version };
}

const uploadOf = (id: string, { n }: Version, uploadId: string): Upload => ({ key: quarantineKey(id, n), uploadId });
