import * as z from 'zod';

/** Where one version of a document stands. */
export const versionState = z.enum([
  'awaiting-upload',
  'checking',
  'available',
  'refused',
  'expired',
  'withdrawn',
  'erasing',
  'hidden',
]);
export type VersionState = z.infer<typeof versionState>;

/** Why a checked file was not taken: what its owner can mend, by a stable code. */
export const refusal = z.enum([
  'wrong-size',
  'wrong-hash',
  'wrong-type',
  'not-allowed',
  'broken',
  'encrypted',
  'archive-bomb',
  'archive-path',
  'infected',
]);
export type Refusal = z.infer<typeof refusal>;

/** What can be done with a version; the graph says from where and by whom. */
export const versionActs = [
  'begin-check',
  'pass',
  'refuse',
  'warn',
  'expire',
  'withdraw',
  'give-up',
  'erase',
  'hide',
  'release',
  'drop',
] as const;
export type VersionAct = (typeof versionActs)[number];
