import * as z from 'zod';
import { batchHandler, type BatchDeps, type Consume } from '#shared/batch';
import { once } from '#shared/once';

/** A file that has come into a bucket, as S3 tells EventBridge of it; told at least once, and in any order. */
export interface ObjectCreated {
  key: string;
  /** Bytes. */
  size: number;
  /** In quotes, as `If-Match` wants it. */
  etag: string;
}

const notice = once(() =>
  z.object({
    id: z.string(),
    detail: z.object({ object: z.object({ key: z.string(), size: z.int(), etag: z.string() }) }),
  }),
);

/** A function fed by a bucket's notices: each is handled by itself, and what fails alone returns to the queue. */
export function objectHandler(deps: BatchDeps, handle: (created: ObjectCreated) => Promise<void>): Consume {
  return batchHandler(deps, async (record, fields) => {
    const { id, detail } = notice().parse(JSON.parse(record.body));
    Object.assign(fields, { route: 'object-created', eventId: id });
    const { key, size, etag } = detail.object;
    await handle({ key, size, etag: `"${etag}"` });
  });
}
