import * as z from 'zod';

export const commitmentState = z.enum(['to-check', 'fixing', 'kept', 'broken', 'repaired', 'cleared', 'ended']);
export type CommitmentState = z.infer<typeof commitmentState>;
