import * as z from 'zod';
import { once } from '#shared/once';
import { about } from '../domain/material/about.ts';
import { materialType } from '../domain/material/material.ts';
import { situation } from '../domain/match/item.ts';

const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
const subject = once(() => about().options[1]);

export const matchBody = once(() =>
  z
    .strictObject({
      itemKey: key(),
      district: key().meta({ description: 'The set that offers the item' }),
      situation: situation.optional(),
      commitment: z.boolean().default(false).meta({ description: 'The applicant would commit himself (告知承诺)' }),
      about: z
        .array(subject())
        .max(3)
        .default([])
        .meta({ description: 'Which premises, vehicle, project the application is about, one of a kind' }),
      partyId: z.string().max(64).optional().meta({ description: 'The owner, where it is not the caller himself' }),
    })
    .meta({ id: 'MatchInput' }),
);

const shownDocument = once(() =>
  z.object({
    materialId: z.uuid(),
    version: z.int(),
    name: z.string(),
    about: about(),
    validUntil: z.string().optional(),
  }),
);

export const matchReply = once(() =>
  z
    .object({
      itemKey: key(),
      district: key(),
      version: z.int().meta({ description: 'Of the item' }),
      situation,
      requirements: z.array(
        z.object({
          requirement: materialType(),
          about: z.enum(['party', 'premises', 'vehicle', 'project']),
          must: z.enum(['must', 'optional', 'deferrable']),
          status: z.enum(['held', 'maybe', 'fetched', 'covered', 'missing']).meta({
            description:
              'held: the first document fits. maybe: it cannot be told whether these are about the same thing; none is taken by itself. ' +
              'fetched: the office gets it. covered: the commitment stands for it',
          }),
          documents: z.array(shownDocument()).meta({ description: 'At hand today, the newest first' }),
        }),
      ),
    })
    .meta({ id: 'MaterialsMatch' }),
);
