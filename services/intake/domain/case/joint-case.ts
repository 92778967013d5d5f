import * as z from 'zod';
import { once } from '#shared/once';
import type { Application } from './application.ts';

/** 并联审批: of which stage's bundle a case is part, as far as its own life depends on it. */
export const jointCase = once(() =>
  z.object({
    /** The department that accepts the whole stage. */
    lead: z.string(),
    accepted: z.boolean(),
    /** Made after the stage was accepted: nobody has looked at it before. */
    later: z.literal(true).optional(),
  }),
);

/** Before its stage is accepted a case stands still: nothing is accepted, asked or decided of it alone. */
export const isHeld = ({ joint }: Pick<Application, 'joint'>): boolean => joint !== undefined && !joint.accepted;

/** It was handed in, and its office must accept it or say what is missing; of a stage its lead must. */
export const awaitsAcceptance = (application: Pick<Application, 'state' | 'joint'>): boolean =>
  (application.state === 'submitted' || application.state === 'refusal-proposed') && !isHeld(application);

/** What its lead does for all cases of a stage. */
export const heldActs: ReadonlySet<string> = new Set(['accept', 'request-correction', 'decide']);
