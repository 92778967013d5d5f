import { randomUUID } from 'node:crypto';

/** Stands in for the SDK's UUID v4, which asks the global `crypto` and so makes Node load WebCrypto. */
export const bindV4 = (): (() => string) => () => randomUUID();
