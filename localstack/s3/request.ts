import type { IncomingMessage } from 'node:http';

/** A request to a bucket or an object, in path style: `/<bucket>/<key>`. */
export interface S3Request {
  message: IncomingMessage;
  method: string;
  bucket: string;
  /** Empty for a request to the bucket itself. */
  key: string;
  query: URLSearchParams;
  /** A header's value; a presigned URL may carry `x-amz-…` headers in its query instead. */
  header: (name: string) => string | undefined;
}

export function readRequest(message: IncomingMessage): S3Request {
  const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const header = (name: string): string | undefined => {
    const value = message.headers[name];
    return value === undefined ? hoisted(query, name) : String(value);
  };
  const key = decodeURIComponent(rest.join('/'));
  return { message, method: message.method ?? '', bucket: decodeURIComponent(bucket), key, query, header };
}

function hoisted(query: URLSearchParams, name: string): string | undefined {
  if (!name.startsWith('x-amz-')) return undefined;
  return [...query].find(([key]) => key.toLowerCase() === name)?.[1];
}
