import * as z from 'zod';
import { isObject } from '../json.ts';

/** A function's reply, ready to be written. */
export interface Reply {
  status: number;
  headers: [string, string | string[]][];
  body: Buffer | string;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const shape = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

const ours = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Reads a proxy integration's reply; undefined when it is malformed, which API Gateway answers with 502. */
export function readReply(payload: string): Reply | undefined {
  const value: unknown = JSON.parse(payload);
  const read = isObject(value) ? shape.safeParse(value) : undefined;
  if (!read?.success) return undefined;

  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = read.data;
  const merged = new Map<string, string | string[]>([['content-type', 'application/json']]);
  for (const [name, values] of Object.entries({ ...headers, ...multiValueHeaders })) {
    if (!ours.has(name.toLowerCase())) merged.set(name.toLowerCase(), values);
  }
  const text = body ?? '';
  return {
    status: statusCode,
    headers: [...merged],
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}
