import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { material } from '../domain/catalogue/item.ts';
import { applicationState } from '../domain/case/application.ts';
import { line } from '../domain/material/case-materials.ts';
import { sharedLine } from '../domain/material/shared-line.ts';
import { given, mostGiven } from '../domain/material/given.ts';
import { materialsActs } from '../domain/material/who.ts';
import { key, moment } from './case.ts';
import { atDesk } from './at-desk.ts';

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

export const upholdBody = once(() =>
  z
    .strictObject({ reasons: text(1000).meta({ description: 'Why the case may rest on it; the applicant reads it' }) })
    .meta({ id: 'UpholdBasisInput' }),
);

export const changedQuery = once(() => z.object({ ...pageQuery(), department: key() }));

const actions = once(() => z.array(z.enum(materialsActs)));
export const materialsActReply = once(() =>
  z
    .object({ id: z.uuid(), status: applicationState, version: z.int(), actions: actions() })
    .meta({ id: 'MaterialsActReply', description: '`version` is that of the materials, not of the case' }),
);

const papers = once(() => z.object({ originals: count(), copies: count() }));

const shownShared = once(() => {
  const { upheld } = sharedLine().shape;
  return sharedLine()
    .omit({ requirement: true })
    .extend({
      since: moment(),
      leftAt: moment().optional(),
      upheld: upheld.unwrap().omit({ byParty: true }).extend({ at: moment() }).optional(),
    })
    .meta({ description: 'What the office gets itself, as its provider has answered' });
});

const shownLine = once(() => {
  const { materialId, version, why, sha256, left, upheld, state } = line().shape;
  const { type, name, nameEn, must, about } = material().shape;
  const status = z.enum([
    ...state.options,
    ...sharedLine().shape.state.options,
    'given',
    'seen',
    'committed',
    'missing',
  ]);
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
    left: left.meta({ description: 'Not in force any more: this one, or the one in whose place it was given' }),
    leftAt: moment().optional(),
    upheld: upheld.unwrap().omit({ byParty: true }).extend({ at: moment() }).optional(),
    shared: shownShared().optional(),
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

export const changedPage = once(() => {
  const { requirement, left, state } = line().shape;
  const how = z.enum([...left.unwrap().options, 'corrected']);
  const status = z.enum([...state.options, ...sharedLine().shape.state.options]);
  const lines = z.array(z.object({ requirement, left: how, leftAt: moment(), status }));
  return pageOf(z.object({ caseId: z.uuid(), itemKey: z.string(), requirements: lines })).meta({
    id: 'ChangedBasisPage',
  });
});
