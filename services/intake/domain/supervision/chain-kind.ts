import * as z from 'zod';

/** The kinds of records whose timelines are chained. */
export const chainKind = z.enum([
  'applications',
  'bundles',
  'materials',
  'fees',
  'commitments',
  'deliveries',
  'publicity',
  'pushes',
  'findings',
  'archives',
  'merges',
]);
export type ChainKind = z.infer<typeof chainKind>;
