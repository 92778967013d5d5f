import type { Plugin } from 'esbuild';

/**
 * Importing `node:http` as an ES module makes Node evaluate its `WebSocket` getters, which loads undici (about 10 ms);
 * asking for the built-in module does not.
 */
export const builtinHttp: Plugin = {
  name: 'builtin-http',
  setup(build) {
    build.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'builtin-http',
    }));
    build.onLoad({ filter: /.*/, namespace: 'builtin-http' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }));
  },
};

/** We answer in Chinese or English; zod's index of locales would bring forty more along. */
export const twoLocales: Plugin = {
  name: 'two-locales',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js'; export { default as zhCN } from './zh-CN.js';`,
    }));
  },
};
