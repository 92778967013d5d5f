import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './bundle-paths.ts';
import { apiLimitBytes, faultsIn } from './bundle-faults.ts';

const output = { bytes: 1000, imports: [], exports: ['handler'], inputs: {} };
const path = 'dist/lambda/intake/api/index.mjs';
const kept = { bytesInOutput: 10 };
const shared = 'dist/lambda/intake/api/chunk-A.mjs';
const act = 'services/intake/functions/case/act.ts';
const asked = { path: shared, kind: 'import-statement' as const };
const onDemand = { ...output, entryPoint: `on-demand:${join(root, act)}` };

describe('the limits of a bundle', () => {
  it('pass a small one', () => {
    expect(faultsIn({ [path]: output })).toEqual([]);
  });

  it('refuse an api over the limit but no other function', () => {
    const large = { ...output, bytes: apiLimitBytes + 1 };
    expect(faultsIn({ [path]: large })).toHaveLength(1);
    expect(faultsIn({ 'dist/lambda/intake/tick/index.mjs': large })).toEqual([]);
  });

  it('count what an api imports at start, not what it loads on demand', () => {
    const large = { ...output, bytes: apiLimitBytes - 500 };
    const lazily = { ...asked, kind: 'dynamic-import' as const };
    expect(faultsIn({ [path]: { ...output, imports: [lazily] }, [shared]: large })).toEqual([]);
    expect(faultsIn({ [path]: { ...output, imports: [asked] }, [shared]: large })).toHaveLength(1);
  });

  it('refuse an api that reads many files at start', () => {
    const another = { ...asked, path: 'dist/lambda/intake/api/chunk-B.mjs' };
    const outputs = { [shared]: output, [another.path]: output };
    expect(faultsIn({ ...outputs, [path]: { ...output, imports: [asked] } })).toEqual([]);
    expect(faultsIn({ ...outputs, [path]: { ...output, imports: [asked, another] } })).toHaveLength(1);
  });

  it('refuse a function loaded on demand that something else imports as usual', () => {
    const file = 'dist/lambda/intake/api/act-C.mjs';
    const outputs = { [path]: { ...output, imports: [asked] }, [shared]: output, [file]: onDemand };
    expect(faultsIn(outputs)).toEqual([]);
    expect(faultsIn({ ...outputs, [shared]: { ...output, inputs: { [act]: kept } } })).toEqual([
      expect.stringContaining(act),
    ]);
  });

  it.each([
    'node_modules/zod/v4/locales/fr.js',
    'node_modules/aws-xray-sdk-core/dist/lib/index.js',
    'node_modules/undici/index.js',
    'node_modules/@aws-sdk/credential-provider-ini/dist-es/index.js',
    'node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js',
    'node_modules/mnemonist/lru-cache.js',
  ])('refuse %s', (input) => {
    expect(faultsIn({ [path]: { ...output, inputs: { [input]: kept } } })).toHaveLength(1);
  });

  it('let Chinese and English pass, and what was shaken out', () => {
    const inputs = {
      'node_modules/zod/v4/locales/zh-CN.js': kept,
      'node_modules/zod/v4/locales/en.js': kept,
      'node_modules/zod/v4/locales/fr.js': { bytesInOutput: 0 },
    };
    expect(faultsIn({ [path]: { ...output, inputs } })).toEqual([]);
  });

  it('refuse a built-in that loads undici when imported', () => {
    const imports = [{ path: 'node:https', kind: 'import-statement' as const, external: true }];
    expect(faultsIn({ [path]: { ...output, imports } })).toHaveLength(1);
  });
});
