import { randomUUID } from 'node:crypto';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import type { FakeTable } from '#shared/table.fake';
import { districts } from '../../infra/districts.ts';
import { routes } from '../../services/intake/api.ts';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { intakeParts } from '../../services/intake/parts.ts';
import { staffActor } from '../support/actors.ts';
import { fakeBucket } from '../support/bucket.ts';
import { told } from '../support/parties.ts';
import { authorities, partyKey } from './applicants.ts';
import { asked, done } from './asked.ts';
import { catalogue } from './catalogue.ts';

const tables = new Map<string, Promise<FakeTable>>();

/** The table of intake with the catalogue published, authorities told and a colleague seen: made once for a set, and each hall begins with a copy. */
export async function publishedTable(set: string): Promise<FakeTable> {
  const made = tables.get(set) ?? publish(set);
  tables.set(set, made);
  return (await made).copy();
}

async function publish(set: string): Promise<FakeTable> {
  const base = runtime('intake', set);
  const intake = intakeDeps(base);
  const act = done(asked(httpHandler(routes, intake)));
  const editor = staffActor('catalogue-editor', { district: set }, 'preparing editor');
  const edition = `/intake/catalogue/editions/${await act('/intake/catalogue', catalogue, editor)}`;
  await act(`${edition}/submit`, {}, editor);
  await act(`${edition}/publish`, {}, staffActor('catalogue-publisher', { district: set }, 'publishing person'));
  await told(intake, ...authorities);
  await (await intake.staff()).saw('amr', { sub: 'colleague', partyId: 'p_colleague' }, intake.now());
  return base.table;
}

/** What a service of a set runs with, over a table of its own unless one is given. */
export function runtime(service: string, set: string, table?: FakeTable) {
  const publisher = { service, district: set, newId: randomUUID };
  return { ...fakeHttpDeps(table), set, service, city: 'fuzhou', newId: randomUUID, publisher };
}

export function intakeDeps(base: ReturnType<typeof runtime>): IntakeDeps {
  return {
    ...base,
    ...intakeParts(base),
    newCode: () => 'A2B3C4',
    partyKey: () => Promise.resolve(partyKey),
    papers: async () => fakeBucket(),
    handedOver: async () => fakeBucket(),
    sets: async () => districts,
  };
}
