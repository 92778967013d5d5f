import * as z from 'zod';

import { post } from '#shared/actor';
import type { Actor } from '#shared/actor';
import { organisationKindOf } from '#shared/identity-number';
import { personDocument, uscc } from '#shared/party';
import type { PartyDocument } from '#shared/party';

/** Who the bearer is, before numbers have become party ids. */
export interface Identity {
  actor: Omit<Actor, 'partyId' | 'orgs'>;
  document: PartyDocument;
  orgs: PartyDocument[];
  exp: number;
}

export type ClaimRefusal = 'broken-claims' | 'second-factor-missing' | 'posts-without-office';

const common = {
  sub: z.string().min(1),
  // NumericDate may have a fraction (RFC 7519 section 2).
  exp: z.number().transform(Math.floor),
  assurance: z.int().min(1).max(3),
  orgs: z.array(uscc()).default([]),
  posts: z.array(post()).default([]),
  acr: z.string().optional(),
};

const claims = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('person'), document: personDocument() }),
  z.object({ ...common, kind: z.literal('organisation'), uscc: uscc() }),
  z.object({ ...common, kind: z.literal('staff'), document: personDocument().optional() }),
  z.object({ ...common, kind: z.literal('service') }),
]);
type Claims = z.infer<typeof claims>;

/** Reads a verified token's payload; what it says of the caller, or why that cannot be believed. */
export function readClaims(payload: unknown): Identity | { refused: ClaimRefusal } {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return { refused: 'broken-claims' };

  const { sub, kind, assurance, posts, acr, orgs, exp } = parsed.data;
  const what = parsed.data.kind === 'organisation' && { organisationKind: organisationKindOf(parsed.data.uscc) };
  const inOffice = kind === 'staff' || kind === 'service';
  if (inOffice && acr !== 'mfa') return { refused: 'second-factor-missing' };
  // Otherwise a citizen's token could carry a post past the second factor.
  if (!inOffice && posts.length > 0) return { refused: 'posts-without-office' };

  return {
    actor: { sub, kind, assurance, posts, ...what, ...(acr !== undefined && { acr }) },
    document: documentOf(parsed.data),
    orgs: orgs.map((number) => ({ kind: 'uscc', number })),
    exp,
  };
}

/** Staff are the party of their own document where the issuer gives it: maker and checker differ by person. */
function documentOf(read: Claims): PartyDocument {
  switch (read.kind) {
    case 'person':
      return read.document;
    case 'organisation':
      return { kind: 'uscc', number: read.uscc };
    case 'staff':
      return read.document ?? { kind: 'account', number: read.sub };
    case 'service':
      return { kind: 'account', number: read.sub };
    default:
      return read satisfies never;
  }
}
