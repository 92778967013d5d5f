import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { archiveState } from '../domain/archive/state.ts';
import { retention } from '#shared/retention';
import { moment } from './case.ts';

export const archiveQuery = once(() =>
  z.object({ reason: text(200).min(4).meta({ description: 'Why the package is read; the read is recorded' }) }),
);

export const archiveReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: archiveState,
      version: z.int(),
      retention,
      keptUntil: z.iso.date().optional().meta({ description: 'Absent where it is kept for good' }),
      closedAt: moment(),
      keptAt: moment().optional(),
      manifest: z.string().optional().meta({ description: 'SHA-256 of manifest.json in the package, base64url' }),
      parts: z.int().optional(),
      bytes: z.int().optional(),
      url: z.url().optional().meta({ description: 'Where the package is read, until `until`' }),
      until: moment().optional(),
      earlier: z
        .array(z.object({ keptAt: moment(), manifest: z.string(), parts: z.int(), bytes: z.int(), url: z.url() }))
        .optional()
        .meta({
          description: 'The packages before, oldest first; each later one names the manifest of the one before',
        }),
    })
    .meta({ id: 'Archive' }),
);
