/**
 * Stands in for the SDK's checks of web streams and blobs, by name alone: the SDK also asks `instanceof`, and the first
 * mention of the global `ReadableStream` or `Blob` makes Node load them.
 */
export const isReadableStream = (stream: object | undefined): boolean => stream?.constructor.name === 'ReadableStream';

export const isBlob = (blob: object | undefined): boolean => blob?.constructor.name === 'Blob';
