import * as z from 'zod';

/** The roles of design section 5, in the order in which `docs/access.md` prints them. */
export const roles = [
  'window',
  'community',
  'kiosk',
  'hotline',
  'approver',
  'head',
  'lead',
  'officer',
  'officer-lead',
  'cashier',
  'finance',
  'finance-checker',
  'treasurer',
  'catalogue-editor',
  'catalogue-publisher',
  'supervisor',
  'assessor',
  'system-admin',
  'audit-admin',
  'security-admin',
  'service',
] as const;

export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** A post is held in one district, perhaps in one department, and for a time: posts rotate. */
export const post = z.object({
  role,
  district: z.string().min(1),
  department: z.string().min(1).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type Post = z.infer<typeof post>;

/** Who calls, as the authorizer passes it on: pseudonymous ids, nothing personal. */
export const actor = z.object({
  sub: z.string().min(1),
  partyId: z.string().min(1),
  kind: z.enum(['person', 'organisation', 'staff', 'service']),
  assurance: z.int().min(1).max(3),
  orgs: z.array(z.string().min(1)),
  posts: z.array(post),
  acr: z.string().optional(),
});
export type Actor = z.infer<typeof actor>;
