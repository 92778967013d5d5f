import * as z from 'zod';
import { defineEvent } from '#events/event';

const whys = [
  'unanswered',
  'not-found',
  'differs',
  'not-said',
  'on-request',
  'not-provided',
  'unclear',
  'none',
] as const;

export const PrefillKnownV1 = defineEvent({
  type: 'materials.prefill-known.v1',
  concerns: 'none',
  summary: 'What is known for the fields of a form that was begun, or that something known holds no more.',
  data: () =>
    z.object({
      draftId: z.uuid().describe('The draft, or the bundle'),
      form: z.enum(['case', 'bundle']),
      known: z
        .object({
          ref: z.string().max(300).describe('Where it stands: JSON with `values`'),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('Of what stands there, hexadecimal'),
        })
        .optional(),
      open: z
        .array(z.object({ source: z.string(), sameAs: z.string().optional(), why: z.enum(whys) }))
        .describe(
          'What stays to be filled in by hand, and why. `unanswered`: nobody knows, its register did not answer. `unclear`: several licences, or no line of the list, are meant. `none`: the party has no such licence',
        ),
      lapsed: z
        .object({
          licenceId: z.uuid().optional(),
          edition: z.int().min(1).optional(),
          resource: z.string().optional(),
          why: z.enum(['suspended', 'superseded', 'expired', 'revoked', 'forfeited', 'cancelled', 'corrected']),
        })
        .optional()
        .describe('The edition of a licence, or the record of a resource, from which the form was filled in'),
    }),
});
