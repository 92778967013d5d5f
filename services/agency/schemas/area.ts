import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { evaluationKinds } from '../domain/area/area.ts';
import { areaActs, areaStates } from '../domain/area/graph.ts';

const day = z.iso.date;
const evaluation = once(() => z.enum(evaluationKinds));
const condition = once(() =>
  z.strictObject({
    text: text(300),
    when: text(300).optional().meta({
      description: 'Over the facts of a project: `energy<1000 & !heritageArea`; absent: for people to keep',
    }),
  }),
);
const material = once(() => z.strictObject({ materialId: z.uuid(), version: z.int().min(1) }));
const report = once(() => ({
  evaluation: evaluation(),
  document: text(120).optional().meta({ description: 'The number of its approval' }),
  material: material().optional().meta({ description: 'The report in the library of materials' }),
  from: day(),
  until: day().meta({ description: 'The last day on which it counts' }),
  conditions: z.array(condition()).max(20).default([]),
  paid: z
    .strictObject({ by: text(120), amountFen: z.int().min(0) })
    .meta({ description: 'The government pays; projects reuse it free of charge' }),
}));
const bounds = once(() =>
  z.union([
    z.strictObject({
      regions: z
        .array(z.string().regex(/^\d{6,12}$/))
        .min(1)
        .max(50),
    }),
    z.strictObject({ plots: z.array(text(60)).min(1).max(500) }),
  ]),
);

export const reportBody = once(() => z.strictObject(report()).meta({ id: 'AreaReportInput' }));
export const areaBody = once(() =>
  z
    .strictObject({
      name: text(120),
      bounds: bounds().meta({ description: 'Divisions, with all that lies in them, or plots by their numbers' }),
      reports: z.array(z.strictObject(report())).max(40).default([]),
    })
    .meta({ id: 'AreaInput' }),
);
export const withdrawReportBody = once(() =>
  z.strictObject({ reportId: z.uuid(), reasons: text(500) }).meta({ id: 'WithdrawReportInput' }),
);
export const standInAreaBody = once(() =>
  z
    .strictObject({
      areaId: z.uuid(),
      plot: text(60).optional().meta({ description: 'Where the area is one of plots' }),
    })
    .meta({ id: 'StandInAreaInput' }),
);

export const areasQuery = once(() =>
  z.strictObject({ ...pageQuery(), state: z.enum(areaStates).default('published') }),
);

const status = once(() => z.enum(areaStates));
const actions = once(() => z.array(z.enum(areaActs)));
const shownBounds = once(() =>
  z.union([z.object({ regions: z.array(z.string()) }), z.object({ plots: z.array(z.string()) })]),
);
const outline = once(() => ({
  id: z.uuid(),
  status: status(),
  version: z.int(),
  name: z.string(),
  bounds: shownBounds(),
}));

/** A report as it is shown, beside an area and beside a plan. */
export const shownReport = once(() => ({
  evaluation: evaluation(),
  document: z.string().optional(),
  material: z.object({ materialId: z.uuid(), version: z.int() }).optional(),
  from: day(),
  until: day(),
  conditions: z.array(z.object({ text: z.string(), when: z.string().optional() })),
}));
export const areaPage = once(() =>
  pageOf(z.object({ ...outline(), evaluations: z.array(evaluation()) }).meta({ id: 'AreaOutline' })).meta({
    id: 'AreaPage',
  }),
);
export const areaReply = once(() =>
  z
    .object({
      ...outline(),
      reports: z.array(
        z.object({
          id: z.uuid(),
          ...shownReport(),
          paid: z.object({ by: z.string(), amountFen: z.int() }),
          withdrawn: z.object({ on: day(), reasons: z.string() }).optional(),
        }),
      ),
      registeredAt: z.iso.datetime(),
      publishedOn: day().optional(),
      endedOn: day().optional(),
      reasons: z.string().optional(),
      reuse: z
        .object({
          projects: z.int().meta({ description: 'Projects that stand there' }),
          evaluations: z.array(
            z.object({ evaluation: evaluation(), projects: z.int(), items: z.int(), days: z.int() }),
          ),
        })
        .meta({ description: 'What projects were saved: items, and the working days that these are promised in' }),
      actions: actions(),
    })
    .meta({ id: 'Area' }),
);
export const areaActed = once(() =>
  z.object({ id: z.uuid(), status: status(), version: z.int(), actions: actions() }).meta({ id: 'AreaActed' }),
);
