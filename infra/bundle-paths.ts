import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** `<service>/<function>/index.mjs` below it. */
export const bundleFolder = join(root, 'dist/lambda');
