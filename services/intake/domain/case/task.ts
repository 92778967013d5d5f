import * as z from 'zod';
import { once } from '#shared/once';

export const verdict = z.enum(['agree', 'agree-with-conditions', 'disagree']);

/** 审批任务: one step of the review, in one department. */
export const task = once(() =>
  z.object({
    n: z.int(),
    department: z.string(),
    name: z.string().optional(),
    mode: z.enum(['serial', 'parallel']),
    state: z.enum(['waiting', 'open', 'done']),
    /** Working days from its opening, where the step has a limit of its own, and whether that has passed. */
    days: z.int().optional(),
    late: z.literal(true).optional(),
    openedAt: z.coerce.date().optional(),
    assignee: z.string().optional(),
    /** `byParty`: the person behind the account. */
    opinion: z
      .object({ verdict, text: z.string(), by: z.string(), byParty: z.string().optional(), at: z.coerce.date() })
      .optional(),
  }),
);
export type Task = z.infer<ReturnType<typeof task>>;

/** The departments whose step is open. */
export function openDepartments({ tasks }: { tasks: readonly Task[] }): string[] {
  return tasks.filter(({ state }) => state === 'open').map(({ department }) => department);
}
