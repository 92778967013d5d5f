import { createHash } from 'node:crypto';
import type { StatementFiles } from './statement-files.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bucket of statements in memory; `send` puts a file where its address would have it go. */
export function fakeStatementFiles(): StatementFiles & {
  files: Map<string, Buffer>;
  send: (key: string, bytes: Uint8Array) => void;
} {
  const files = new Map<string, Buffer>();
  return {
    files,
    send: (key, bytes) => void files.set(key, Buffer.from(bytes)),
    async take(key, pieces) {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      const bytes = Buffer.concat(all);
      files.set(key, bytes);
      return { sha256: sha256(bytes), bytes: bytes.length };
    },
    async keep(from, to) {
      const found = files.get(from);
      if (!found) throw new Error(`nothing lies at ${from}`);
      files.set(to, found);
    },
    uploadAddress: async ({ key }) => ({
      method: 'PUT',
      url: `https://statements.test/${key}`,
      headers: {},
      expiresAt: '2026-08-03T01:15:00.000Z',
    }),
    async lying(key) {
      const found = files.get(key);
      return found && { sha256: sha256(found), bytes: found.length };
    },
    readAddress: async (key, name, seconds) => `https://statements.test/${key}?name=${name}&seconds=${seconds}`,
  };
}
