import { createHash } from 'node:crypto';
import { eicar } from './eicar.ts';
import type { Files } from '../../services/materials/files.ts';
import type { Scan } from '../../services/materials/scanner/scan.ts';

interface Kept {
  bytes: Uint8Array;
  etag: string;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bucket of documents in memory; `send` puts a file where its address would have it go. */
export interface FakeFiles extends Files {
  kept: Map<string, Kept>;
  /** Keys where nothing is left and nothing more comes. */
  emptied: Set<string>;
  /** Parts that have come, by upload. */
  uploads: Map<string, Map<number, Uint8Array>>;
  send: (key: string, bytes: Uint8Array) => Kept;
}

export function fakeFiles(): FakeFiles {
  const kept = new Map<string, Kept>();
  const emptied = new Set<string>();
  const at = (key: string, etag: string) => {
    const found = kept.get(key);
    if (found?.etag !== etag) throw new Error(`another file or none stands at ${key}`);
    return found.bytes;
  };
  const uploads: FakeFiles['uploads'] = new Map();
  return {
    kept,
    emptied,
    uploads,
    async begin({ key }) {
      const uploadId = `upload-${uploads.size + 1}-of-${key}`;
      uploads.set(uploadId, new Map());
      return uploadId;
    },
    partAddress: async ({ key, uploadId }, { n, sha256 }) => ({
      method: 'PUT',
      url: `https://bucket.test/${key}?uploadId=${uploadId}&partNumber=${n}`,
      headers: { 'x-amz-checksum-sha256': sha256 },
      expiresAt: '2026-08-03T01:15:00.000Z',
    }),
    parts: async ({ uploadId }) => {
      const come = uploads.get(uploadId);
      return (
        come &&
        [...come]
          .toSorted(([a], [b]) => a - b)
          .map(([n, bytes]) => ({ n, size: bytes.length, etag: `${n}`, sha256: hashOf(bytes) }))
      );
    },
    async join({ key, uploadId }) {
      const come = [...(uploads.get(uploadId) ?? [])].toSorted(([a], [b]) => a - b);
      uploads.delete(uploadId);
      this.send(key, Buffer.concat(come.map(([, bytes]) => bytes)));
    },
    async abandon({ uploadId }) {
      uploads.delete(uploadId);
    },
    send(key, bytes) {
      const file = { bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
      kept.set(key, file);
      return file;
    },
    uploadAddress: async ({ key, mediaType }) => ({
      method: 'PUT',
      url: `https://bucket.test/${key}`,
      headers: { 'content-type': mediaType },
      expiresAt: '2026-08-03T01:15:00.000Z',
    }),
    range: async ({ key, etag }, start, end) => at(key, etag).subarray(start, end + 1),
    async *pieces({ key, etag }) {
      const bytes = at(key, etag);
      for (let n = 0; n < bytes.length; n += 1000) yield bytes.subarray(n, n + 1000);
    },
    async accept({ key, etag }, to) {
      kept.set(to, { bytes: at(key, etag), etag });
    },
    async copy(from, to) {
      const file = kept.get(from);
      if (file) kept.set(to, file);
      return file !== undefined;
    },
    async whole(key, most) {
      const file = kept.get(key);
      if (!file) throw new Error('there is no such file');
      return file.bytes.length > most ? undefined : file.bytes;
    },
    async keep(key, bytes) {
      this.send(key, bytes);
    },
    async empty(key) {
      kept.delete(key);
      emptied.add(key);
    },
    async remove(key) {
      kept.delete(key);
    },
    readAddress: async (key, _, seconds) => `https://bucket.test/${key}?seconds=${seconds}`,
  };
}

/** A scanner that finds the text that every scanner finds by agreement, also where it is cut in two. */
export const fakeScan: Scan = async (pieces) => {
  let text = '';
  for await (const piece of pieces) text += Buffer.from(piece).toString('latin1');
  return text.includes(eicar) ? 'infected' : 'clean';
};
