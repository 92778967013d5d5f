import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { partyIdOf } from '#shared/party';
import { readSeed } from '../../../localstack/seed-files.ts';
import { nextCatalogue } from '../../../services/intake/domain/catalogue/catalogue.ts';
import { begin } from '../../../services/intake/domain/case/draft.ts';
import { masksOf } from '../../../services/intake/domain/form/form.ts';
import { catalogueInput, type Catalogue } from '../../../services/intake/domain/catalogue/item.ts';
import { formRow, recordRow } from '../../../services/intake/stores/rows.ts';
import { applicantActor, staffActor } from '../../support/actors.ts';
import { foodForm } from '../../support/form.ts';
import { gatewayEvent } from '../../support/gateway-event.ts';
import { partyKey, rows, type Rows } from './rows.ts';

const itemKey = 'food-business-licence';
const partyId = partyIdOf(partyKey, { kind: 'uscc', number: foodForm.uscc });
const company = applicantActor('company', { kind: 'organisation', partyId });
const clerk = staffActor('window');

/** The demonstration catalogue as the set offers it. */
export function seedCatalogue(): Catalogue {
  const { departments, items } = readSeed();
  return nextCatalogue(undefined, catalogueInput().parse({ departments, items }), '2026-01-01').catalogue;
}

/** One case of the food business licence in a state, as its record and form rows. */
export function sampleCase(state: 'draft' | 'submitted', catalogue: Catalogue) {
  const item = catalogue.items.find(({ key }) => key === itemKey);
  if (!item?.form) throw new Error(`the catalogue has no form for ${itemKey}`);
  const at = new Date();
  const beginning = { id: randomUUID(), at, channel: 'online', partyId: company.partyId } as const;
  const draft = begin({ ...beginning, catalogueVersion: catalogue.version }, item);
  const application = state === 'draft' ? draft : { ...draft, state, version: 2, submittedAt: at };
  const { version } = application;
  const form = formRow(draft.id, { form: foodForm, masks: () => masksOf(item.form), version });
  return { id: draft.id, record: recordRow(application), form };
}

/** The catalogue's rows, as its store writes them: the one offered now, and the same by its version. */
export function catalogueRows(catalogue: Catalogue) {
  const content = gzipSync(JSON.stringify(catalogue));
  const { version } = catalogue;
  return ['CURRENT', `V#${String(version).padStart(6, '0')}`].map((sk) => ({
    pk: 'CATALOGUE',
    sk,
    schema: 1,
    version,
    content,
  }));
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
