import * as z from 'zod';
import { once } from '#shared/once';

const days = once(() => z.int().min(1).max(60));

/** Limits of help in a set, in working days. */
export const limits = once(() =>
  z.strictObject({
    /** 咨询: until it is answered. */
    consultation: days(),
    /** Until what was answered, and of which its asker says nothing, is closed. */
    silence: days(),
    /** 问题协调: until a district that has not solved it hands it up. */
    problemInDistrict: days(),
    problemInCity: days(),
    /** Until the city has reported to the province what it could not solve. */
    problemReport: days(),
  }),
);

export const settings = once(() =>
  z.object({ id: z.literal('help'), version: z.int().min(1), limits: limits(), timelineHash: z.string() }),
);
export type Settings = z.infer<ReturnType<typeof settings>>;

/** What holds until a set says otherwise: a consultation as 12345 does it, problems as the platform of investment projects hands them up. */
export const shipped: Settings = {
  id: 'help',
  version: 1,
  limits: { consultation: 2, silence: 5, problemInDistrict: 5, problemInCity: 5, problemReport: 1 },
  timelineHash: '',
};

export const withLimits = (before: Settings, given: Settings['limits']): Settings => ({
  ...before,
  version: before.version + 1,
  limits: given,
});
