import * as z from 'zod';
import { once } from '#shared/once';
import { applicationState, followKind, outcome } from '../domain/case/application.ts';

/** A case that was opened upon one that has ended. */
export const follower = once(() =>
  z.object({
    caseId: z.string(),
    as: followKind,
    openedAt: z.iso.datetime(),
    status: applicationState,
    outcome: outcome.optional(),
  }),
);
