import * as z from 'zod';
import { once } from '#shared/once';
import type { Key, Row } from '#shared/table';
import { paperKind, type PaperKind } from '../domain/document/paper-kind.ts';
import { recordKey } from './rows.ts';

const label = once(() => z.object({ zh: z.string(), en: z.string() }));

/** What a document is given before it is drawn: a second try draws it again under the same numbers. */
export const reserved = once(() =>
  z.object({
    kind: paperKind(),
    version: z.int(),
    number: z.string().optional(),
    verification: z.string(),
  }),
);
export type Reserved = z.infer<ReturnType<typeof reserved>>;

/** What is known of a document that was made: nothing personal, only where it is. */
export const sealed = once(() =>
  reserved().extend({
    caseId: z.uuid(),
    title: label(),
    office: label(),
    day: z.string(),
    sealedAt: z.coerce.date(),
    /** SHA-256 of the whole file, base64url; its place in the bucket ends in it. */
    sha256: z.string(),
    bytes: z.int(),
    ref: z.string(),
    /** SHA-256 of the certificate by which it was sealed. */
    certificate: z.string(),
    /** Characters that the font lacks, by their codes: kept with the case alone, as they may be of a name. */
    unshown: z.array(z.string()).optional(),
  }),
);
export type Sealed = z.infer<ReturnType<typeof sealed>>;

export const padded = (version: number) => String(version).padStart(6, '0');
export const documentKey = (caseId: string, { version, kind }: Pick<Reserved, 'version' | 'kind'>): Key => ({
  pk: recordKey(caseId).pk,
  sk: `DOC#${padded(version)}#${kind}`,
});
export const sealedKey = (verification: string): Key => ({ pk: `SEALED#${verification}`, sk: 'REC' });

/** False while only its numbers are taken. */
export const isMade = (row: Row): boolean => row['sha256'] !== undefined;

/** Its name within its case: the version of the case that the act made, and the kind. Stable, and with nothing personal. */
export const documentName = (version: number, kind: PaperKind): string => `${version}-${kind}`;
