import * as z from 'zod';

/** Where a licence stands. 撤销 is `revoked`, 吊销 `forfeited`, 注销 `cancelled`. */
export const licenceState = z.enum([
  'valid',
  'suspended',
  'superseded',
  'expired',
  'revoked',
  'forfeited',
  'cancelled',
]);
export type LicenceState = z.infer<typeof licenceState>;

/** What is done to a licence; the graph says from where. */
export const licenceAct = z.enum([
  'issue',
  'change',
  'suspend',
  'resume',
  'supersede',
  'revoke',
  'restore',
  'forfeit',
  'cancel',
  'expire',
]);
export type LicenceAct = z.infer<typeof licenceAct>;
