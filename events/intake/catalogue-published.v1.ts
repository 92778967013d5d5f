import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CataloguePublishedV1 = defineEvent({
  type: 'intake.catalogue-published.v1',
  concerns: 'none',
  summary: 'A set offers a new version of its catalogue.',
  data: () => z.object({ version: z.int().min(1), changed: z.int().min(0).describe('Items that are new or differ') }),
});
