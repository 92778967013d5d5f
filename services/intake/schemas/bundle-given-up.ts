import * as z from 'zod';
import { once } from '#shared/once';
import { outcome } from '../domain/case/application.ts';
import { bundleActReply } from './bundle.ts';

/** What became of each part of a bundle that was given up. */
export const givenUpReply = once(() =>
  bundleActReply()
    .extend({
      parts: z.array(
        z.object({
          item: z.string(),
          becomes: z.enum(['withdrawn', 'withdrawing', 'dropped', 'stays']).meta({
            description:
              'It had no case; its case is withdrawn next; it was dropped before; or its case had ended, which nothing takes back',
          }),
          caseId: z.uuid().optional(),
          outcome: outcome.optional(),
          because: z.string().optional(),
        }),
      ),
    })
    .meta({ id: 'BundleGivenUpReply' }),
);
