import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import { inParts, type MaterialChange } from '../../domain/material/act.ts';
import { versionActions } from '../../domain/material/graph.ts';
import { versionOf, type Version } from '../../domain/material/material.ts';
import { comesInParts, partSize, partsOf } from '../../domain/material/parts.ts';
import { quarantineKey } from '../../domain/material/place.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { wrongVersionState } from '../../problems/material.ts';
import { ownVersion } from './own-material.ts';

/** What is answered to whoever declares a file: where it stands, and where to send it. */
export async function declaredReply(
  { material, n }: MaterialChange,
  { files }: Pick<MaterialsDeps, 'files'>,
): Promise<Reply> {
  const declared = material && versionOf(material, n);
  if (!material || !declared) throw new Error('what is declared is there');
  const { id, version } = material;
  const { state: status } = declared;
  const upload = status === 'awaiting-upload' ? { upload: await addressFor(id, declared, { files }) } : {};
  const body = { id, status, version, n, actions: versionActions(status, 'owner'), ...upload };
  // Relative to the request, so that it holds below any base.
  const headers = { ETag: `"${version}"`, ...(version === 1 && { Location: `materials/${id}` }) };
  return { status: 201, headers, body };
}

/** What was declared, with an upload begun for a file that comes in parts; one that nobody declares goes by itself. */
export async function begun(change: MaterialChange, { files }: Pick<MaterialsDeps, 'files'>): Promise<MaterialChange> {
  const declared = change.material && versionOf(change.material, change.n);
  if (!change.material || declared?.state !== 'awaiting-upload' || !comesInParts(declared)) return change;
  const key = quarantineKey(change.material.id, change.n);
  return inParts(change, await (await files()).begin({ key, mediaType: declared.mediaType }));
}

/** A new address for a file that has not come: the first holds for a quarter of an hour. */
export const renewUpload =
  (deps: MaterialsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await ownVersion(call, deps);
    if ('problem' in found) return found;
    const { found: material, version } = found;
    if (version.state !== 'awaiting-upload') return refuse(wrongVersionState);
    return { status: 200, body: { upload: await addressFor(material.id, version, deps) } };
  };

async function addressFor(id: string, version: Version, { files }: Pick<MaterialsDeps, 'files'>) {
  const { n, mediaType, size, sha256 } = version;
  if (version.uploadId) return { method: 'PUT-PARTS' as const, partSize, parts: partsOf(size) };
  return (await files()).uploadAddress({ key: quarantineKey(id, n), mediaType, size, sha256 });
}
