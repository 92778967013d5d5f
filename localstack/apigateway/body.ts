import type { IncomingMessage } from 'node:http';

const limit = 10_485_760;

/** Reads a body of at most 10 MB. Rejects when the caller goes away in the middle. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too large';
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | 'too large'>();
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else resolve('too large');
  });
  request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
  request.on('error', reject);
  request.on('close', () => reject(new Error('the caller has gone')));
  return promise;
}
