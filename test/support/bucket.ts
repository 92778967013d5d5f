import type { Bucket, File } from '#shared/bucket';

/** A bucket in memory; its addresses are read by nobody. */
export function fakeBucket(): Bucket & { files: Map<string, File> } {
  const files = new Map<string, File>();
  return {
    files,
    async put(key, file) {
      files.set(key, file);
    },
    async get(key) {
      const file = files.get(key);
      if (!file) throw new Error('there is no such file');
      return file.bytes;
    },
    async *read(key) {
      yield files.get(key)?.bytes ?? Buffer.alloc(0);
    },
    readAddress: async (key, seconds) => `https://bucket.test/${key}?seconds=${seconds}`,
  };
}
