import * as z from 'zod';

/** Where what is measured of a case counts in a summary; `of` says on which legal day. */
export const counted = (of: string) => ({
  caseId: z.uuid(),
  day: z.iso.date().describe(`The legal day on which it counts: ${of}`),
  itemKey: z.string(),
  department: z.string(),
  hall: z.string().optional().describe('Where the case was entered, if at a desk'),
  window: z.string().optional(),
  clerk: z.string().optional().describe('Subject of the clerk who first took the case in hand (首问负责)'),
});
