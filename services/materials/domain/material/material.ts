import * as z from 'zod';
import { once } from '#shared/once';
import { about } from './about.ts';
import { mediaType } from './media.ts';
import { refusal, versionState } from './state.ts';

/** The key of a kind of document, as the catalogues of all sets use it: `articles`, `floor-plan`. */
export const materialType = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);

const moment = once(() => z.coerce.date());
const sha256 = once(() => z.string().regex(/^[0-9a-f]{64}$/));

/** What the owner says of a file before he sends it; the function that checks files holds him to it. */
export const declared = once(() =>
  z.object({
    name: z.string(),
    mediaType,
    size: z.int().min(1),
    sha256: sha256(),
    /** Days (yyyy-mm-dd), both included; absent where the document says none. */
    validFrom: z.string().optional(),
    validUntil: z.string().optional(),
  }),
);
export type Declared = z.infer<ReturnType<typeof declared>>;

/** One version of a document: a file that never changes. */
export const version = once(() =>
  declared().extend({
    n: z.int().min(1),
    state: versionState,
    declaredAt: moment(),
    /** The bucket's name for an upload in parts; absent where the file comes at once. */
    uploadId: z.string().optional(),
    /** Key of the checked file. */
    objectKey: z.string().optional(),
    checkedAt: moment().optional(),
    refused: refusal.optional(),
    /** When its owner had it erased. */
    erasedAt: moment().optional(),
    /** When it is looked at again whether anything refers to it; absent where that is so for good. */
    lookAt: moment().optional(),
    /** Its file: in the way of other documents of its owner, or of none. */
    released: z.enum(['shared', 'alone']).optional(),
    /** When its owner was told that it is about to end: once. */
    warnedAt: moment().optional(),
  }),
);
export type Version = z.infer<ReturnType<typeof version>>;

/** 材料: a document of one owner, with all its versions. `version` is the record's own, which every act raises. */
export const material = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    partyId: z.string(),
    type: materialType(),
    about: about(),
    createdAt: moment(),
    versions: z.array(version()).min(1),
    /** The number of the last version that was ever declared: none is given twice. */
    numbered: z.int().optional(),
    timelineHash: z.string().default(''),
  }),
);
export type Material = z.infer<ReturnType<typeof material>>;

/** More versions than a document of honest use has; its record must stay small. */
export const maxVersions = 50;

/** The version that a path names; undefined where there is none. */
export function versionOf<One extends { n: number }>(
  { versions }: { versions: readonly One[] },
  n: number,
): One | undefined {
  return versions.find((one) => one.n === n);
}

/** Whether a file was checked as what its owner says of it now: its type and size are what an office is told of it. */
export const isWhatIsSaid = (
  checked: Partial<Pick<Declared, 'mediaType' | 'size'>>,
  said: Pick<Declared, 'mediaType' | 'size'>,
): boolean => checked.mediaType === said.mediaType && checked.size === said.size;

/** Whether its owner still sees it. */
export const isShown = ({ state }: Pick<Version, 'state'>): boolean => state !== 'erasing' && state !== 'hidden';

/** Whether a document holds on a day, the last one included. */
export function holdsOn({ validFrom, validUntil }: Pick<Declared, 'validFrom' | 'validUntil'>, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil);
}
