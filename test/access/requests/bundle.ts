import { plain, type Asking } from '../asking.ts';

export const bundleAskings: Record<string, Asking> = {
  'GET /intake/public/bundles': { request: plain },
  'GET /intake/public/bundles/{key}': { request: () => ({ path: '/intake/public/bundles/two-items' }) },
};
