import * as z from 'zod';
import { defineEvent } from '#events/event';

export const LicenceDecidedV1 = defineEvent({
  type: 'intake.licence-decided.v1',
  concerns: 'none',
  summary: 'A decision gives a licence, or does something to one that an earlier decision gave.',
  data: () =>
    z.object({
      caseId: z.uuid().describe('The case that was decided'),
      licenceId: z.uuid().describe('The case whose grant began the licence'),
      act: z
        .enum(['issue', 'change', 'supersede', 'cancel', 'revoke', 'restore', 'suspend', 'resume', 'forfeit'])
        .describe('`revoke` is 撤销, `forfeit` 吊销, `cancel` 注销; `restore`: the revocation was annulled'),
      at: z.iso.datetime().describe('When it was decided: acts take effect in this order, however they come'),
      undoes: z
        .uuid()
        .optional()
        .describe('Of `revoke` and `restore`: the change that it is about, and not the licence'),
      annuls: z
        .uuid()
        .optional()
        .describe('Of `restore`: the case that suspended, resumed or forfeited it, as if that had never been decided'),
      edition: z
        .object({
          issuer: z
            .string()
            .regex(/^[0-9A-Z]{18}$/)
            .describe('Unified social credit code of the office'),
          serial: z
            .string()
            .regex(/^[0-9A-Z]{24}$/)
            .describe('基本编码 12, day 8, place 4: the issuer gives none twice'),
          validFrom: z.iso.date(),
          validUntil: z.iso.date().optional().describe('Its last day; absent where it has no end'),
        })
        .optional()
        .describe('Of `issue` and `change`: what holds from now on'),
      licence: z
        .object({
          partyId: z.string().describe('The holder, pseudonymous'),
          type: z.string().describe('Which licence it is, as the catalogue names it: `food-business-licence`'),
          itemKey: z.string(),
          department: z.string(),
        })
        .optional()
        .describe('Of `issue`'),
    }),
});
