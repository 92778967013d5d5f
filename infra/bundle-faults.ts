import type { Metafile } from 'esbuild';

/** `api` answers people: at 400 KB minified its start stays below that of a bare handler built the usual way. */
const apiLimitBytes = 400_000;

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
  return Object.entries(outputs).flatMap(([path, { bytes, imports, inputs }]) => {
    const tooLarge = path.endsWith('/api/index.mjs') && bytes > apiLimitBytes;
    const kept = Object.keys(inputs).filter((input) => (inputs[input]?.bytesInOutput ?? 0) > 0);

    return [
      ...(tooLarge ? [`${path} has ${bytes} bytes, more than ${apiLimitBytes}`] : []),
      ...kept.flatMap((input) =>
        forbidden.filter(({ pattern }) => pattern.test(`/${input}`)).map(({ why }) => `${path} holds ${why}: ${input}`),
      ),
      ...imports
        .filter((one) => /^(node:)?https?$|^undici$/.test(one.path))
        .map((one) => `${path} loads undici at start through ${one.path}`),
    ];
  });
}
