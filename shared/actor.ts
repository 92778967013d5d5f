import * as z from 'zod';
import { organisationKinds } from '#shared/identity-number';
import { once } from '#shared/once';

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

// Each is used in many places: a schema costs as much to make as to use for the first time.
const name = once(() => z.string().min(1));
const moment = once(() => z.iso.datetime({ offset: true }).optional());

/** A post is held in one district, perhaps in one department, and for a time: posts rotate. */
export const post = once(() =>
  z.object({
    role,
    district: name(),
    department: name().optional(),
    from: moment(),
    until: moment(),
  }),
);
export type Post = z.infer<ReturnType<typeof post>>;

/** Who calls, as the authorizer passes it on: pseudonymous ids, nothing personal. */
export const actor = once(() =>
  z.object({
    sub: name(),
    partyId: name(),
    kind: z.enum(['person', 'organisation', 'staff', 'service']),
    /** Of an organisation: what it is by its code. */
    organisationKind: z.enum(organisationKinds).optional(),
    assurance: z.int().min(1).max(3),
    orgs: z.array(name()),
    posts: z.array(post()),
    acr: z.string().optional(),
  }),
);
export type Actor = z.infer<ReturnType<typeof actor>>;
