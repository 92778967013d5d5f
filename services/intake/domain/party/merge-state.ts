import * as z from 'zod';

/** The names of a merge's states and acts, apart from its rules: a start needs no more. */
export const mergeState = z.enum(['proposed', 'approved', 'rejected', 'undone']);
export type MergeState = z.infer<typeof mergeState>;

export const mergeActs = ['propose', 'approve', 'reject', 'undo'] as const;
export type MergeAct = (typeof mergeActs)[number];
