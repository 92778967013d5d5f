import * as z from 'zod';
import { once } from '#shared/once';

/** 预警: a limit has passed, and somebody must be told of it. Overdue: the head, then the supervisors. */
export const warningKind = z.enum(['overdue', 'step-overdue', 'tolerance-lapsed']);
export const toldTo = z.enum(['head', 'supervisor']);

/** A warning as it is given: to the head of a department, or to the supervisors. */
export const warning = once(() =>
  z.object({
    kind: warningKind,
    to: toldTo,
    department: z.string(),
    /** The limit that has passed. */
    dueAt: z.coerce.date(),
    /** The step, where it is about one. */
    task: z.int().optional(),
  }),
);
export type Warning = z.infer<ReturnType<typeof warning>>;
