import * as z from 'zod';

export const archiveState = z.enum(['due', 'ordered', 'kept']);
export type ArchiveState = z.infer<typeof archiveState>;

export type ArchiveAct = 'begin' | 'order' | 'keep' | 'supplement';
