import * as z from 'zod';
import { personDocument } from '#shared/party';
import { once } from '#shared/once';
import type { Channel } from '../catalogue/item.ts';

/** Kinds of documents that a clerk may have seen; what he saw is named, never copied. */
export const seenDocument = z.enum([
  'resident-id',
  'hk-macau-permit',
  'taiwan-permit',
  'passport',
  'household-register',
  'birth-certificate',
  'guardianship',
  'business-licence',
  'power-of-attorney',
  'other',
]);

/** How the person who came stands to the applicant; `self`: he is the applicant. */
export const relation = z.enum([
  'self',
  'guardian',
  'relative',
  'legal-representative',
  'handler',
  'delegate',
  'other',
]);

/** Why nothing is signed at a desk: he cannot write, he signs by his own account, he would not. */
export const unsigned = z.enum(['cannot-write', 'signs-online', 'declined']);

const place = once(() =>
  z
    .string()
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
    .max(40),
);
const where = once(() => ({
  hall: place().optional(),
  window: place().optional(),
  device: place().optional(),
}));
const what = once(() => ({
  documentsSeen: z.array(seenDocument).max(10).default([]),
  originalChecked: z.boolean().default(false),
  signatureKept: z.boolean().default(false),
  unsigned: unsigned.optional(),
  codeSeen: z.boolean().optional().meta({
    description:
      'A unified social credit code whose check character fails stands so on the original: the clerk confirms it, and the timeline says so',
  }),
}));

/** What staff say when they enter a case for somebody. */
export const entryInput = once(() =>
  z
    .strictObject({
      ...where(),
      ...what(),
      present: z
        .strictObject({ relation, document: personDocument().optional() })
        .optional()
        .meta({ description: 'Who came, where it was not the applicant himself; only his id is kept' }),
    })
    .meta({ id: 'EntryInput', description: 'What staff record of an entry: where, what they saw, who was present' }),
);
export type EntryInput = z.infer<ReturnType<typeof entryInput>>;

/** The entry as the case keeps it: ids instead of documents. */
export const entry = once(() =>
  z
    .object({
      clerk: z.string(),
      /** District and desk or department of the clerk's post: `jinan/community`. */
      office: z.string(),
      ...where(),
      ...what(),
      present: z.object({ relation, partyId: z.string().optional() }).optional(),
      right: z
        .enum(['identity', 'authority', 'signature'])
        .optional()
        .meta({ description: 'Of an act in a case that there was: by what right whoever came acted' }),
      authorityId: z.string().optional(),
    })
    .meta({ id: 'Entry' }),
);
export type Entry = z.infer<ReturnType<typeof entry>>;

type Field = 'hall' | 'window' | 'device' | 'authorityId';
interface Rule {
  needs: readonly Field[];
  /** Whether somebody stands before the clerk, who can look at a document and have it signed; at a counter he must. */
  face: boolean;
  counter?: true;
}

/** What an entry must say, by channel; applicants' own channels have none. */
const rules: Partial<Record<Channel, Rule>> = {
  window: { needs: ['hall', 'window'], face: true, counter: true },
  community: { needs: ['hall'], face: true, counter: true },
  kiosk: { needs: ['device'], face: true },
  hotline: { needs: [], face: false },
  agency: { needs: ['authorityId'], face: true },
};

export interface EntryFault {
  path: readonly string[];
  code: 'missing' | 'not-in-this-channel' | 'nobody-named' | 'nothing-seen' | 'original-unchecked' | 'unsigned';
}

interface Entering {
  entry?: EntryInput | undefined;
  authorityId?: string | undefined;
}

/** What is wrong with an entry for its channel; empty where nothing is. */
export function entryFaults(channel: Channel, { entry: given, authorityId }: Entering): EntryFault[] {
  const rule = rules[channel];
  if (!rule) return given ? [{ path: ['entry'], code: 'not-in-this-channel' }] : [];
  const said = { ...given, authorityId };
  const missing = rule.needs.filter((field) => said[field] === undefined);
  return [
    ...missing.map((field): EntryFault => ({ path: pathOf(field), code: 'missing' })),
    ...(given ? faultsOfContent(given, rule) : []),
  ];
}

const pathOf = (field: Field) => (field === 'authorityId' ? [field] : ['entry', field]);

/** What a desk must say that acts for an applicant later: the same as when it takes in. Who acts himself says nothing. */
export function deskFaults(desk: Channel | undefined, given: EntryInput | undefined): EntryFault[] {
  if (!desk) return given ? [{ path: ['entry'], code: 'not-in-this-channel' }] : [];
  return given ? entryFaults(desk, { entry: given }) : [{ path: ['entry'], code: 'missing' }];
}

function faultsOfContent(given: EntryInput, { face, counter }: Rule): EntryFault[] {
  const { documentsSeen, originalChecked, signatureKept, present, codeSeen = false } = given;
  const at = (field: string, code: EntryFault['code'], wrong: boolean): EntryFault[] =>
    wrong ? [{ path: ['entry', ...field.split('/').filter(Boolean)], code }] : [];
  const saw = documentsSeen.length > 0;
  return [
    ...at('', 'not-in-this-channel', !face && (saw || originalChecked || signatureKept || codeSeen)),
    ...at('documentsSeen', 'nothing-seen', !saw && (originalChecked || counter === true || codeSeen)),
    ...at('originalChecked', 'original-unchecked', saw && !originalChecked && (counter === true || codeSeen)),
    ...(counter ? at('signatureKept', 'unsigned', !signatureKept && given.unsigned === undefined) : []),
    ...at(
      'present/document',
      'nobody-named',
      present !== undefined && present.relation !== 'self' && !present.document,
    ),
  ];
}

/** The entry to keep: who entered it, and the ids of those whom he saw. */
export function entryOf(
  given: EntryInput,
  clerk: Pick<Entry, 'clerk' | 'office'>,
  presentId: string | undefined,
): Entry {
  const { present, ...rest } = given;
  const seen = present && { relation: present.relation, ...(presentId && { partyId: presentId }) };
  return { ...clerk, ...rest, ...(seen && { present: seen }) };
}
