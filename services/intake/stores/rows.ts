import * as z from 'zod';
import { filling, type Filling } from '../domain/form/unfilled.ts';
import { mask, type Form, type Mask } from '../domain/form/form.ts';
import { prefilledField, type PrefilledField } from '../domain/form/prefilled.ts';
import { given, type Given } from '../domain/material/given.ts';
import { once } from '#shared/once';
import { sha256, type Cause } from '#shared/cause';
import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { chained, rowHash, type Chained } from './chain.ts';
import { application, type Application } from '../domain/case/application.ts';
import type { OpeningAct } from '../domain/case/follow-up.ts';
import { applicantActs, type Act } from '../domain/case/graph.ts';

/** The rows of a case: `CASE#<id>` with REC, FORM, T#<version> and A#<time>#<id>. */
export const recordKey = (id: string): Key => ({ pk: `CASE#${id}`, sk: 'REC' });
export const formKey = (id: string): Key => ({ pk: `CASE#${id}`, sk: 'FORM' });

const stored = once(() => application().extend({ schema: z.literal(2) }));

/** A record row as a case; a shape older than today's is brought up to it here. */
export function applicationIn(row: Row): Application {
  const { schema, ...found } = stored().parse(row['schema'] === 1 ? fromFirstShape(row) : row);
  return found;
}

/** Schema 1 knew one limit, and an outcome of granted and refused cases only. */
function fromFirstShape(row: Row): Row {
  const outcome = row['state'] === 'withdrawn' && row['submittedAt'] ? 'withdrawn' : row['outcome'];
  const accepted = row['acceptedAt'] ? { acceptedBy: 'office' } : {};
  return { ...row, schema: 2, legal: row['promised'], ...(outcome ? { outcome } : {}), ...accepted };
}

/** The version of a draft's record: it is that of its form which rises, until the case leaves the draft state. */
export const draftVersion = 1;

/** A case as its record row, with its keys in the work list (index1) and the applicant's list (index2). */
export function recordRow(found: Application): Key & Row {
  const submitted = found.submittedAt?.toISOString();
  return {
    ...recordKey(found.id),
    schema: 2,
    ...plain(found),
    ...(found.state === 'draft' && { version: draftVersion }),
    ...(submitted && { pk1: workListKey(found.department, found.state), sk1: `${submitted}#${found.id}` }),
    pk2: partyListKey(found.partyId),
    sk2: partyListPlace(found),
    ...(found.number && { pk3: numberKey(found.number), sk3: found.id }),
  };
}

/** Where a case stands in the list of its applicant. */
export const partyListPlace = ({ createdAt, id }: Pick<Application, 'createdAt' | 'id'>): string =>
  `${createdAt.toISOString()}#${id}`;

export const workListKey = (department: string, state: string) => `TASK#${department}#${state}`;
export const numberKey = (number: string) => `NUMBER#${number}`;
export const partyListKey = (partyId: string) => `PARTY#${partyId}`;

// The form is kept as its JSON text: DynamoDB limits the depth and the numbers of a map, a form does not.
const storedForm = once(() =>
  z.object({
    form: z.string().transform((text) => z.looseObject({}).parse(JSON.parse(text))),
    masks: z.string(),
    version: z.int(),
    prefilled: z.array(prefilledField()).optional(),
    materials: z.array(given()).optional(),
    filling: filling().optional(),
  }),
);

export interface StoredForm {
  form: Form;
  version: number;
  /** Read only where staff look at the form. */
  masks: () => readonly Mask[];
  /** Which fields were filled in for the applicant. */
  prefilled?: readonly PrefilledField[] | undefined;
  /** Of a draft: the documents of his library that the applicant gives with it. */
  materials?: readonly Given[] | undefined;
  /** Of a draft: what was asked of the library, and what has come of it. */
  filling?: Filling | undefined;
}

export function readForm(row: Row): StoredForm {
  const { masks, ...rest } = storedForm().parse(row);
  return { ...rest, masks: () => z.array(mask()).parse(JSON.parse(masks)) };
}

export function formRow(
  id: string,
  { form, masks, version, prefilled, materials, filling: asked }: StoredForm,
): Key & Row & { form: string } {
  const marks = {
    ...(prefilled && prefilled.length > 0 && { prefilled }),
    ...(materials && materials.length > 0 && { materials }),
    ...(asked && { filling: asked }),
  };
  return { ...formKey(id), schema: 1, form: JSON.stringify(form), masks: JSON.stringify(masks()), version, ...marks };
}

export const timelineEntry = once(() =>
  z.object({
    at: z.string(),
    act: z.string(),
    office: z.string(),
    actor: z.string(),
    onBehalfOf: z.string().optional(),
    reason: z.string().optional(),
    confirmed: z
      .literal('code-seen')
      .optional()
      .meta({ description: 'The clerk has seen on the original a code whose check character fails' }),
  }),
);
export type TimelineEntry = z.infer<ReturnType<typeof timelineEntry>>;

interface Told {
  act: Act | OpeningAct;
  reason?: string | undefined;
  /** The text of the form, where the act hands it in or changes it. */
  form?: string | undefined;
  /** The row of what a grant gives. */
  issued?: Row | undefined;
}

/** The record of a case after an act, and the timeline entry that is chained to the one before and to what the act has left. */
export function caseRows(found: Application, { act, reason, form, issued }: Told, cause: Cause): Chained {
  const entry: TimelineEntry = {
    at: cause.at.toISOString(),
    act,
    office: cause.office,
    actor: cause.actor.sub,
    ...(isApplicants(act, found) && cause.actor.partyId !== found.partyId && { onBehalfOf: found.partyId }),
    ...(reason && { reason }),
    ...(hasSeenCode(act, found) && { confirmed: 'code-seen' as const }),
  };
  const beside = {
    ...(form !== undefined && { form: sha256(form) }),
    ...(issued && { issued: rowHash(issued) }),
  };
  return chained(recordRow(found), { version: found.version, entry, prevHash: found.timelineHash, beside });
}

/** An act of the applicant's side, whoever did it for him; what was opened upon a case may be the office's own accord. */
function isApplicants(act: Act | OpeningAct, { follows, version }: Application): boolean {
  // A review that annuls opens it, for nobody.
  if (act === 'decide-anew') return false;
  if (version === 1 && follows) return follows.by === 'applicant';
  return applicantActs.some((one) => one === act);
}

/** Whether the entry that a desk makes with this act confirms a code: with the first of a case, or with an answer. */
function hasSeenCode(act: Act | OpeningAct, { entry, corrections, version }: Application): boolean {
  if (act === 'resubmit') return corrections.at(-1)?.entry?.codeSeen === true;
  return version === 1 && entry?.codeSeen === true;
}

/** 用证记录: a read of personal data by staff. */
export const accessRecord = once(() =>
  z.object({ at: z.string(), office: z.string(), actor: z.string(), reason: z.string() }),
);
export type AccessRecord = z.infer<ReturnType<typeof accessRecord>>;
