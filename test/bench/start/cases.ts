import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { partyIdOf } from '#shared/party';
import { readSeed } from '../../../localstack/seed-files.ts';
import { nextCatalogue } from '../../../services/intake/domain/catalogue/catalogue.ts';
import { begin } from '../../../services/intake/domain/case/draft.ts';
import { masksOf } from '../../../services/intake/domain/form/form.ts';
import { catalogueInput } from '../../../services/intake/domain/catalogue/item.ts';
import { contentKey, currentKey, pieceKey, versionKey } from '../../../services/intake/stores/catalogue-pieces.ts';
import { piecesOf } from '../../../services/intake/stores/catalogue-writes.ts';
import { contentRow, linedUp, outlineOf } from '../../../services/intake/stores/item-rows.ts';
import { formRow, recordRow } from '../../../services/intake/stores/rows.ts';
import { applicantActor, staffActor } from '../../support/actors.ts';
import { foodForm } from '../../support/form.ts';
import { gatewayEvent } from '../../support/gateway-event.ts';
import { partyKey, rows, type Rows } from './rows.ts';

const itemKey = 'food-business-licence';
const partyId = partyIdOf(partyKey, { kind: 'uscc', number: foodForm.uscc });
const company = applicantActor('company', { kind: 'organisation', partyId });
const clerk = staffActor('window');

type Seed = ReturnType<typeof seedCatalogue>;

/** The demonstration catalogue as the set offers it, and its items. */
export function seedCatalogue() {
  const { departments, items } = readSeed();
  const content = catalogueInput().parse({ departments, items });
  const { catalogue } = nextCatalogue(undefined, outlineOf(content), '2026-01-01');
  return { catalogue, items: content.items };
}

/** One case of the food business licence in a state, as its record and form rows. */
export function sampleCase(state: 'draft' | 'submitted', { catalogue, items }: Seed) {
  const item = items.find(({ key }) => key === itemKey);
  const line = catalogue.items.find(({ key }) => key === itemKey);
  if (!item?.form || !line) throw new Error(`the catalogue has no form for ${itemKey}`);
  const at = new Date();
  const beginning = { id: randomUUID(), at, channel: 'online', partyId: company.partyId } as const;
  const { version: itemVersion, since, from } = line;
  const published = { ...item, version: itemVersion, since, from };
  const draft = begin({ ...beginning, catalogueVersion: catalogue.version }, published);
  const application = state === 'draft' ? draft : { ...draft, state, version: 2, submittedAt: at };
  const { version } = application;
  const form = formRow(draft.id, { form: foodForm, masks: () => masksOf(item.form), version });
  return { id: draft.id, record: recordRow(application), form };
}

/** The catalogue's rows, as its store writes them: which version is offered, what that is made of, and its items. */
export function catalogueRows({ catalogue, items }: Seed) {
  const { made, pieces } = piecesOf(catalogue);
  return [
    ...[currentKey, versionKey(catalogue.version)].map((key) => ({ ...key, schema: 2, ...made })),
    ...[...pieces].map(([name, text]) => ({ ...pieceKey(name), schema: 1, content: gzipSync(text) })),
    ...items.map((item) => contentRow(contentKey(item.key, linedUp(item).content), item)),
  ];
}

/** A request, and the rows that a table must hold for it. */
export interface Asking {
  event: APIGatewayProxyEvent;
  rows: { pk: string; sk: string; [name: string]: unknown }[];
}

const headers = () => ({ 'Idempotency-Key': randomUUID() });

/** The acts whose first request is measured, each as the gateway hands it over. */
export const askings = {
  accept: (): Asking => {
    const { id, record } = sampleCase('submitted', seedCatalogue());
    const path = `/intake/applications/${id}/accept`;
    return {
      event: gatewayEvent({ method: 'POST', path, headers: headers(), body: {}, actor: clerk }),
      rows: [record],
    };
  },
  create: (): Asking => {
    const body = { itemKey, form: foodForm, channel: 'online' };
    const request = { method: 'POST', path: '/intake/applications', headers: headers(), body, actor: company };
    return { event: gatewayEvent(request), rows: catalogueRows(seedCatalogue()) };
  },
  submit: (): Asking => {
    const catalogue = seedCatalogue();
    const { id, record, form } = sampleCase('draft', catalogue);
    const path = `/intake/applications/${id}/submit`;
    const event = gatewayEvent({ method: 'POST', path, headers: headers(), body: {}, actor: company });
    return { event, rows: [record, form, ...catalogueRows(catalogue)] };
  },
};

/** Reads, whose own work is measured too. */
export const reads = {
  show: (): Asking => {
    const { id, record, form } = sampleCase('submitted', seedCatalogue());
    return { event: gatewayEvent({ path: `/intake/applications/${id}`, actor: company }), rows: [record, form] };
  },
  tasks: (): Asking => {
    const query = { department: 'amr', status: 'submitted' };
    return { event: gatewayEvent({ path: '/intake/tasks', query, actor: clerk }), rows: [] };
  },
};

/** A row as DynamoDB writes it in JSON: bytes as base64. */
export function asItem(row: object): Rows[number] {
  const item = Object.entries(marshall(row, { removeUndefinedValues: true })).map(([name, value]) => [
    name,
    value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
  ]);
  return rows.element.parse(Object.fromEntries(item));
}
