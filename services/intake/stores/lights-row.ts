import * as z from 'zod';
import { once } from '#shared/once';
import type { Key, Row } from '#shared/table';
import { usualThreshold } from '../domain/clock/light.ts';

/** One partition holds every year, so that all are read at once; and the lights, as whoever counts days shows them. */
export const calendarPartition = 'CALENDAR';
export const lightsKey: Key = { pk: calendarPartition, sk: 'LIGHTS' };

const lightsRecord = once(() =>
  z.object({ version: z.int(), threshold: z.number(), by: z.string().optional(), at: z.string().optional() }),
);
export type LightsRecord = z.infer<ReturnType<typeof lightsRecord>>;

export const isLights = ({ sk }: Row): boolean => sk === lightsKey.sk;

/** As somebody has set them, or as usual. */
export const lightsIn = (row: Row | undefined): LightsRecord =>
  row ? lightsRecord().parse(row) : { version: 0, threshold: usualThreshold };
