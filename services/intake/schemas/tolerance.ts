import * as z from 'zod';
import { once } from '#shared/once';
import { came, promise } from '../domain/case/tolerated.ts';

const moment = once(() => z.iso.datetime());

/** 容缺, as a case shows it. */
export const tolerance = once(() =>
  z.object({
    requirements: z.array(z.string()),
    days: z.int(),
    promise: promise()
      .extend({ signedAt: moment() })
      .optional()
      .meta({ description: '承诺书: the text that was signed, its hash, by whom, and where it is kept' }),
    settledAt: moment().optional(),
    settledBy: z.string().optional(),
    came: z.array(came()).optional().meta({ description: 'What has come, line by line' }),
  }),
);
