import * as z from 'zod';
import { once } from '#shared/once';
import type { Edition } from './licence.ts';

/** The sealed paper of an edition, as its office handed it over. Its holder's name is kept masked: what is not stored cannot leak. */
export const paper = once(() =>
  z.object({
    licenceId: z.uuid(),
    /** The case that gave the edition. */
    caseId: z.uuid(),
    objectKey: z.string(),
    /** Of the file, hexadecimal. */
    sha256: z.string(),
    size: z.int(),
    holder: z.string(),
    takenAt: z.coerce.date(),
  }),
);
export type Paper = z.infer<ReturnType<typeof paper>>;

/** What a browser calls it when it saves it: the id that stands on it. */
export const paperFile = ({ objectKey }: Paper, { number }: Pick<Edition, 'number'>) => ({
  objectKey,
  name: `${number}.pdf`,
  mediaType: 'application/pdf' as const,
});
