import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { eagerBytes, eagerFiles, functionsIn } from './bundle-on-demand.ts';

/** `api` answers people: at this size, minified, its start stays below that of a bare handler built the usual way. */
export const apiLimitBytes = 440_000;
/** `index.mjs` and what it shares with the functions that are loaded on demand. */
const apiLimitFiles = 2;

const forbidden = [
  { pattern: /[\\/]zod[\\/]v4[\\/]locales[\\/](?!(en|zh-CN|index)\.js)/, why: 'a zod locale beyond zh-CN and en' },
  { pattern: /[\\/]aws-xray-sdk/, why: 'X-Ray, which Lambda lacks in China' },
  { pattern: /[\\/]undici[\\/]/, why: 'undici' },
  // When one of these comes back, the SDK has moved a file that `bundle-plugins.ts` replaces.
  { pattern: /[\\/]credential-provider-(node|ini|sso|imds)[\\/]/, why: 'the chain of credential providers' },
  { pattern: /[\\/](parseIni|EventStreamCodec)\.js$/, why: 'a part of the SDK of no use in Lambda' },
  { pattern: /[\\/]mnemonist[\\/]/, why: 'the cache of endpoint discovery' },
];

/** What breaks the limits of start time, one line each; empty when all is well. */
export function faultsIn(outputs: Metafile['outputs']): string[] {
  const each = Object.entries(outputs).flatMap(([path, { imports, inputs }]) => {
    const kept = Object.keys(inputs).filter((input) => (inputs[input]?.bytesInOutput ?? 0) > 0);

    return [
      ...kept.flatMap((input) =>
        forbidden.filter(({ pattern }) => pattern.test(`/${input}`)).map(({ why }) => `${path} holds ${why}: ${input}`),
      ),
      ...imports
        .filter((one) => /^(node:)?https?$|^undici$/.test(one.path))
        .map((one) => `${path} loads undici at start through ${one.path}`),
    ];
  });
  return [...each, ...startFaults(outputs)];
}

/** What a cold start would pay for in vain. */
function startFaults(outputs: Metafile['outputs']): string[] {
  const tooLarge = Object.keys(outputs)
    .filter((path) => path.endsWith('/api/index.mjs'))
    .map((path) => ({ path, bytes: eagerBytes(path, outputs), files: eagerFiles(path, outputs).length }))
    .flatMap(({ path, bytes, files }) => [
      ...(bytes > apiLimitBytes
        ? [`${path} has ${bytes} bytes at start, more than ${apiLimitBytes}: see record 9`]
        : []),
      ...(files > apiLimitFiles ? [`${path} reads ${files} files at start, more than ${apiLimitFiles}`] : []),
    ]);
  const notLazy = functionsIn(outputs)
    .filter(({ path, source }) =>
      eagerFiles(join(dirname(path), 'index.mjs'), outputs).some((file) => outputs[file]?.inputs[source]),
    )
    .map(({ path, source }) => `${path} is of no use: a start reads ${source}, as something imports it as usual`);
  return [...tooLarge, ...notLazy];
}
