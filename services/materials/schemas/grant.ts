import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { grantGraph, grantee } from '../domain/grant/grant.ts';
import { askedCopy } from './copy.ts';
import { addressReply } from './material.ts';

export const grantBody = once(() =>
  z
    .strictObject({
      version: z.int().min(1).meta({ description: 'Of the document: that one and no other can be read' }),
      to: grantee(),
      why: text(200).meta({ description: 'What for; whoever it is granted to reads it' }),
      until: z.iso.date().meta({ description: 'The last day, a year from now at most' }),
    })
    .meta({ id: 'GrantInput' }),
);
export const readGrantedBody = once(() =>
  z
    .strictObject({ reason: text(200).meta({ description: 'Why; the owner reads it' }) })
    .meta({ id: 'ReadGrantedInput' }),
);
export const readGrantedReply = once(() => z.union([addressReply(), askedCopy()]).meta({ id: 'GrantedContent' }));
export const pageOnly = once(() => z.object(pageQuery()));
export const grantedQuery = once(() =>
  z.object({
    ...pageQuery(),
    as: z
      .string()
      .max(130)
      .optional()
      .meta({ description: 'As whom, of those that the caller is: a party, or `gulou/amr`; absent: the first' }),
  }),
);

const status = z.enum(['active', 'revoked', 'ended']);
const actions = once(() => z.array(z.enum(grantGraph.map(({ act }) => act))));
export const grantActReply = once(() =>
  z.object({ id: z.uuid(), status, version: z.int(), actions: actions() }).meta({ id: 'GrantActed' }),
);
export const grantPage = once(() =>
  pageOf(
    z
      .object({
        id: z.uuid(),
        status,
        materialId: z.uuid(),
        version: z.int(),
        type: z.string(),
        to: grantee(),
        why: z.string(),
        until: z.iso.date(),
        givenAt: z.iso.datetime(),
        revokedAt: z.iso.datetime().optional(),
        actions: actions(),
      })
      .meta({ id: 'Grant' }),
  ).meta({ id: 'GrantPage' }),
);
