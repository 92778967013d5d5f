import * as z from 'zod';
import { once } from '#shared/once';

/** 预警: a limit has passed, or (回避) nobody is left to handle a case: somebody must be told. Overdue: the head, then the supervisors. */
export const warningKind = z.enum(['overdue', 'step-overdue', 'tolerance-lapsed', 'nobody-left']);
export const toldTo = z.enum(['head', 'supervisor']);

/** A warning as it is given: to the head of a department, or to the supervisors. */
export const warning = once(() =>
  z.object({
    kind: warningKind,
    to: toldTo,
    department: z.string(),
    /** The limit that has passed; of a case with nobody left the one that runs. */
    dueAt: z.coerce.date(),
    /** The step, where it is about one. */
    task: z.int().optional(),
  }),
);
export type Warning = z.infer<ReturnType<typeof warning>>;
