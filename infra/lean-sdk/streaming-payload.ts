import { Readable } from 'node:stream';

/** Stands in for the SDK's check, which mentions the global `ReadableStream` and so makes Node load web streams. */
export const isStreamingPayload = (request?: { body?: unknown }): boolean => request?.body instanceof Readable;
