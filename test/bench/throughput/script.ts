// D3: the AWS calls of a submission and of its consumers, with nothing around them. See README.md for the list.
import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { sampleCase, seedCatalogue } from '../start/cases.ts';
import { absent, check, dynamodb, get, publish, put, still, write } from './aws-calls.ts';
import { each, serveTasks } from './child.ts';

const tableNames = z.object({ cases: z.string(), copies: z.string(), inbox: z.string() });
type Tables = z.infer<typeof tableNames>;

/** Writes the rows of so many drafts, or makes the calls of a submission for each of these; `perPut` facts go into one PutEvents. */
const scriptTask = z.object({
  tables: tableNames,
  atOnce: z.int(),
  prepare: z.int().default(0),
  submit: z.array(z.string()).default([]),
  perPut: z.int().default(10),
});
export type ScriptTask = z.input<typeof scriptTask>;

const catalogue = seedCatalogue();
const draft = sampleCase('draft', catalogue);
const submitted = sampleCase('submitted', catalogue);
const data = { caseId: randomUUID(), itemKey: 'food-business-licence', version: 1, district: 'gulou', partyId: 'p_1' };
const envelope = {
  specversion: '1.0',
  source: 'banshi/gulou/intake',
  type: 'intake.application-submitted.v1',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  sequence: 2,
  district: 'gulou',
  correlationId: randomUUID(),
  causationId: randomUUID(),
  data: { ...data, departments: ['amr'], materials: [] },
};

/** The act itself: a read of record and form, and one transaction of five writes. */
async function act({ cases }: Tables, id: string, eventId: string): Promise<void> {
  const pk = `CASE#${id}`;
  await get(cases, [
    { pk, sk: 'REC' },
    { pk, sk: 'FORM' },
  ]);
  const reply = JSON.stringify({
    status: 200,
    headers: { ETag: '"2"' },
    body: { id, status: 'submitted', version: 2 },
  });
  await write([
    put(cases, { pk: `IDEM#${randomUUID()}`, sk: 'MARK', schema: 1, requestHash: 'x'.repeat(43), reply }, absent),
    put(cases, { ...submitted.record, pk, id, sk1: `${envelope.time}#${id}`, sk2: `${envelope.time}#${id}` }, still(1)),
    {
      Update: {
        TableName: cases,
        Key: marshall({ pk, sk: 'FORM' }),
        UpdateExpression: 'SET #0 = :0',
        ...still(1),
        ExpressionAttributeNames: { '#0': 'version', '#seen': 'version' },
        ExpressionAttributeValues: marshall({ ':0': 2, ':seen': 1 }),
      },
    },
    put(cases, { pk, sk: 'T#000002', schema: 1, at: envelope.time, act: 'submit', office: 'applicant' }, absent),
    put(cases, {
      pk: `OUT#2026-01-01#${eventId.slice(0, 1)}`,
      sk: eventId,
      schema: 1,
      event: { ...envelope, id: eventId, subject: id },
      expiresAt: 2_000_000_000,
    }),
  ]);
}

/** The two consumers: each reads two rows and commits its effect with its mark. */
async function consume({ copies, inbox }: Tables, id: string, eventId: string): Promise<void> {
  const mark = (handler: string) => ({
    pk: `MARK#${handler}#${eventId}`,
    sk: 'MARK',
    schema: 1,
    expiresAt: 2_000_000_000,
  });
  const parked = { pk: `PARK#${id}`, sk: 'PARK' };
  await get(inbox, [{ pk: `CASE#${id}`, sk: 'REC' }, parked]);
  await write([
    put(inbox, mark('notifications.on-application-submitted'), absent),
    put(inbox, { pk: `CASE#${id}`, sk: 'REC', schema: 1, ...data, id }, absent),
    check(inbox, parked.pk),
    put(inbox, { pk: 'INBOX#p_1', sk: `${envelope.time}#${eventId}`, schema: 1, ...data, message: 'submitted' }),
  ]);
  await get(copies, [{ pk: `COPY#${id}`, sk: 'REC' }, parked]);
  const lists = { pk2: 'PARTY#p_1', sk2: `${envelope.time}#${id}` };
  await write([
    put(copies, mark('intake.on-application-submitted'), absent),
    put(copies, { pk: `COPY#${id}`, sk: 'REC', schema: 1, ...data, id, state: 'submitted', ...lists }, absent),
    check(copies, parked.pk),
  ]);
}

async function prepare({ cases }: Tables, id: string): Promise<void> {
  const place = { pk: `CASE#${id}` };
  for (const row of [
    { ...draft.record, ...place, id },
    { ...draft.form, ...place },
  ])
    await dynamodb.send(new PutItemCommand({ TableName: cases, Item: marshall(row, { removeUndefinedValues: true }) }));
}

serveTasks(scriptTask, async ({ tables, atOnce, prepare: drafts, submit, perPut }) => {
  const ids = Array.from({ length: drafts }, () => randomUUID());
  await each({ count: drafts, atOnce }, (n) => prepare(tables, ids[n] ?? ''));
  const waiting: string[] = [];
  await each({ count: submit.length, atOnce }, async (n) => {
    const [id = '', eventId] = [submit[n], randomUUID()];
    await act(tables, id, eventId);
    waiting.push(eventId);
    if (waiting.length >= perPut || n === submit.length - 1)
      await publish(waiting.splice(0, perPut).map((id) => ({ ...envelope, id, subject: id })));
    await consume(tables, id, eventId);
  });
  return ids;
});
