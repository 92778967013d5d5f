import { createHash } from 'node:crypto';
import type { BatchFiles } from './batch-files.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bucket of batches in memory; `send` puts a file where its address would have it go. */
export function fakeBatchFiles(): BatchFiles & { files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  const found = (key: string): Buffer => {
    const file = files.get(key);
    if (!file) throw new Error(`nothing lies at ${key}`);
    return file;
  };
  return {
    files,
    put: async (key, bytes) => void files.set(key, Buffer.from(bytes)),
    get: async (key) => found(key),
    async *read(key) {
      const file = found(key);
      for (let at = 0; at < file.length; at += 1000) yield file.subarray(at, at + 1000);
    },
    remove: async (key) => void files.delete(key),
    uploadAddress: async ({ key }) => ({
      method: 'PUT',
      url: `https://batches.test/${key}`,
      headers: {},
      expiresAt: '2026-08-03T02:15:00.000Z',
    }),
    async lying(key) {
      const file = files.get(key);
      return file && { sha256: sha256(file), bytes: file.length };
    },
    readAddress: async (key, name, seconds) => `https://batches.test/${key}?name=${name}&seconds=${seconds}`,
  };
}
