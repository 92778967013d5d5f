import * as z from 'zod';
import { isStorable, unstorable } from '#shared/unstorable';

/** A text that a person writes: trimmed, not empty, at most `max` characters, without what `isStorable` knows as dishonest. */
export const text = (max: number) => z.string().trim().min(1).max(max).refine(isStorable, { params: unstorable });
