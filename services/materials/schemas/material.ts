import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { uploadAddress } from '#shared/put-address';
import { about } from '../domain/material/about.ts';
import { mediaType } from '../domain/material/media.ts';
import { materialType } from '../domain/material/material.ts';
import { fileName } from '../domain/material/name.ts';
import { refusal, versionActs, versionState } from '../domain/material/state.ts';
import { uploadInParts } from './parts.ts';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the file, hexadecimal' });

const file = once(() => ({
  name: fileName.meta({ description: 'What its owner calls the file; a name, not a path' }),
  mediaType: mediaType.meta({ description: 'What it is by its content, whatever its name' }),
  size: z.int().min(1).meta({ description: 'Bytes' }),
  sha256,
  validFrom: z.iso.date().optional().meta({ description: 'The first day on which the document holds' }),
  validUntil: z.iso.date().optional().meta({ description: 'Its last day' }),
}));

const inOrder = ({ validFrom, validUntil }: { validFrom?: string | undefined; validUntil?: string | undefined }) =>
  !validFrom || !validUntil || validFrom <= validUntil;
const orderWords = {
  path: ['validUntil'],
  params: { code: 'wrong-period', zh: '有效期止不能早于有效期起。', en: 'It cannot end before it begins.' },
};

export const declareBody = once(() =>
  z
    .strictObject({
      type: materialType().meta({ description: 'The kind of document, as the catalogues name it: `articles`' }),
      about: about().default({ kind: 'party' }),
      partyId: z.string().max(64).optional().meta({ description: 'The owner, where it is not the caller himself' }),
      ...file(),
    })
    .refine(inOrder, orderWords)
    .meta({ id: 'MaterialInput' }),
);

export const versionBody = once(() => z.strictObject(file()).refine(inOrder, orderWords).meta({ id: 'VersionInput' }));

export const listQuery = once(() =>
  z.object({
    ...pageQuery(),
    type: materialType().optional(),
    partyId: z.string().max(64).optional().meta({ description: 'The owner, where it is not the caller himself' }),
  }),
);

const moment = once(() => z.iso.datetime());
const actions = once(() => z.array(z.enum(versionActs)));

const version = once(() =>
  z.object({
    n: z.int(),
    status: versionState,
    ...file(),
    name: z.string(),
    declaredAt: moment(),
    checkedAt: moment().optional(),
    refusedFor: refusal.optional().meta({ description: 'Why the file was not taken' }),
    actions: actions(),
  }),
);

export const materialReply = once(() =>
  z
    .object({
      id: z.uuid(),
      version: z.int(),
      partyId: z.string(),
      type: z.string(),
      about: about(),
      createdAt: moment(),
      versions: z.array(version()),
    })
    .meta({ id: 'Material' }),
);
export const materialPage = once(() => pageOf(materialReply()).meta({ id: 'MaterialPage' }));

const anyUpload = once(() => z.discriminatedUnion('method', [uploadAddress(), uploadInParts()]));

export const declaredReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: versionState,
      version: z.int(),
      n: z.int().meta({ description: 'Which version of the document' }),
      actions: actions(),
      upload: anyUpload().optional().meta({ description: 'Absent where the owner has had this file checked before' }),
    })
    .meta({ id: 'DeclaredMaterial' }),
);

export const uploadReply = once(() => z.object({ upload: anyUpload() }).meta({ id: 'NewUpload' }));
export const versionActReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: z.enum([...versionState.options, 'removed']),
      version: z.int(),
      actions: actions(),
    })
    .meta({ id: 'VersionActed' }),
);
export const addressReply = once(() =>
  z
    .object({ url: z.url(), expiresAt: moment() })
    .meta({ id: 'FileAddress', description: 'An address to read the file at, for a minute' }),
);
