import * as z from 'zod';
import { once } from '#shared/once';
import { became } from '../domain/case/since.ts';
import { moment } from './case.ts';

/** What became of a decision after it was made, for whoever may know of it. */
export const since = once(() =>
  z
    .array(
      z.object({
        became,
        at: moment(),
        text: z.string().meta({ description: 'The same in words' }),
      }),
    )
    .meta({ description: 'What became of the decision since (更正, 撤销, 复议); absent: it is as it was' }),
);
