import * as z from 'zod';
import { once } from '#shared/once';
import { material } from '../domain/catalogue/item.ts';
import { applicationState } from '../domain/case/application.ts';
import { line } from '../domain/material/case-materials.ts';
import { given, mostGiven } from '../domain/material/given.ts';
import { materialsActs } from '../domain/material/who.ts';
import { moment } from './case.ts';
import { atDesk } from './follow-up.ts';

export const giveBody = once(() =>
  z.strictObject({ materials: z.array(given()).min(1).max(mostGiven), ...atDesk() }).meta({ id: 'GiveMaterialsInput' }),
);

const count = once(() => z.int().min(0).max(200));
export const seeBody = once(() =>
  z.strictObject({ originals: count(), copies: count() }).meta({
    id: 'SeeOriginalsInput',
    description: 'What was seen and what was taken, in pieces; the last count holds',
  }),
);

const actions = once(() => z.array(z.enum(materialsActs)));
export const materialsActReply = once(() =>
  z
    .object({ id: z.uuid(), status: applicationState, version: z.int(), actions: actions() })
    .meta({ id: 'MaterialsActReply', description: '`version` is that of the materials, not of the case' }),
);

const papers = once(() => z.object({ originals: count(), copies: count() }));

const shownLine = once(() => {
  const { materialId, version, why, sha256, left, upheld, state } = line().shape;
  const { type, name, nameEn, must, about } = material().shape;
  const status = z.enum([...state.options, 'given', 'seen', 'to-be-fetched', 'committed', 'missing']);
  return z.object({
    requirement: type,
    name,
    nameEn,
    must,
    about,
    status,
    materialId: materialId.optional(),
    version: version.optional(),
    givenAt: moment().optional(),
    why: why.meta({ description: 'Why it cannot be used' }),
    sha256,
    left,
    upheld: upheld.unwrap().omit({ byParty: true }).extend({ at: moment() }).optional(),
    seen: papers().extend({ by: z.string(), at: moment() }).optional(),
  });
});

export const materialsReply = once(() =>
  z
    .object({
      caseId: z.uuid(),
      version: z.int(),
      requirements: z.array(shownLine()),
      papers: papers().meta({ description: 'What the office asked for on paper in all' }),
      actions: actions(),
    })
    .meta({ id: 'CaseMaterials' }),
);
