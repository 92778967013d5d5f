import { onDemand, route, type Route } from '#shared/route';
import { reading } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { mattersOfBundle, onBehalf } from '../on-behalf.ts';
import { bundleGuide } from '../schemas/bundle-guide.ts';

/** 并联审批: a stage of an investment project, which is a bundle of what was planned. */
export const stageRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/bundles/{id}/guide',
    summary:
      'Read the guide of a bundle that was begun: its one form and its materials; of a stage of a project the only one',
    may: reading,
    reply: { status: 200, schema: bundleGuide },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/bundle/show-bundle-guide.ts')).showBundleGuide),
      mattersOfBundle,
    ),
  }),
];
