import * as z from 'zod';
import { defineEvent } from '#events/event';

export const AuthorityChangedV1 = defineEvent({
  type: 'agency.authority-changed.v1',
  concerns: 'person',
  summary: 'Who may act for whom has changed: an authority began, was suspended, must be confirmed, or ended.',
  data: () => {
    const [key, moment] = [z.string().min(1), z.iso.datetime()];
    return z.object({
      authorityId: z.uuid(),
      kind: z.enum(['guardian', 'delegate', 'legal-representative', 'handler', 'officer', 'clerk-assisted']),
      principal: key.describe('The party for whom is acted, pseudonymous; the same as long as the authority lives'),
      delegate: key.describe('The party who acts, also where it is an officer; never another'),
      scope: z
        .object({
          items: z.array(key).min(1).describe('Keys of items; `*` stands for all'),
          stages: z.array(z.int().min(1).max(4)).min(1).optional().describe('Of a project; absent: all'),
          projectId: key.optional().describe('Only what belongs to this project'),
          cases: z.array(z.uuid()).min(1).max(100).optional().describe('Only these cases'),
        })
        .describe('What it covers; all that is named must fit'),
      from: moment,
      until: moment.optional().describe("Its end, not included: for a guardian the ward's 18th birthday"),
      state: z.enum(['active', 'suspended', 'ended', 'to-confirm']),
      confirm: z
        .enum(['death', 'deregistration', 'legal-representative-changed'])
        .optional()
        .describe('What must be confirmed before anybody acts again, in state `to-confirm`'),
    });
  },
});
