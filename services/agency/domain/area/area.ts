import * as z from 'zod';
import { once } from '#shared/once';
import { areaStates } from './graph.ts';

/** What is evaluated for a whole area (国办发〔2019〕11号, and what provinces have added to it). */
export const evaluationKinds = [
  'eia',
  'energy',
  'seismic',
  'geology',
  'minerals',
  'soil',
  'flood',
  'water',
  'heritage',
  'traffic',
  'lightning',
] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

const name = once(() => z.string());
const day = once(() => z.iso.date());

/** What a project must be for an evaluation to stand for its own; without `when` it is for people to keep. */
const condition = once(() => z.object({ text: name(), when: name().optional() }));

export const areaReport = once(() =>
  z.object({
    id: z.uuid(),
    evaluation: z.enum(evaluationKinds),
    /** The approval by its number, or the report itself in the library of materials. */
    document: name().optional(),
    material: z.object({ materialId: z.uuid(), version: z.int() }).optional(),
    /** The first and the last day on which it counts. */
    from: day(),
    until: day(),
    conditions: z.array(condition()),
    /** The government pays: a project reuses it free of charge. */
    paid: z.object({ by: name(), amountFen: z.int() }),
    /** From this day on it does not count any more. */
    withdrawn: z.object({ on: day(), reasons: name() }).optional(),
  }),
);
export type AreaReport = z.infer<ReturnType<typeof areaReport>>;

export const area = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(areaStates),
    name: name(),
    /** Divisions, with all that lies in them, or plots by their numbers. */
    bounds: z.union([z.object({ regions: z.array(name()) }), z.object({ plots: z.array(name()) })]),
    reports: z.array(areaReport()),
    registeredAt: z.coerce.date(),
    publishedOn: day().optional(),
    endedOn: day().optional(),
    reasons: name().optional(),
    timelineHash: name(),
  }),
);
export type Area = z.infer<ReturnType<typeof area>>;
