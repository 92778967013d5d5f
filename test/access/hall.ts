import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import type { Envelope } from '#events/event';
import type { Actor } from '#shared/actor';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { districts } from '../../infra/districts.ts';
import { routes as agencyRoutes } from '../../services/agency/api.ts';
import { routes as intakeRoutes } from '../../services/intake/api.ts';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { intakeParts } from '../../services/intake/parts.ts';
import { routes as materialsRoutes } from '../../services/materials/api.ts';
import { routes as notificationsRoutes } from '../../services/notifications/api.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { codeOf } from '../../services/notifications/functions/contact/code-of.ts';
import { notificationsParts } from '../../services/notifications/parts.ts';
import { staffActor } from '../support/actors.ts';
import { agencyOver } from '../support/agency.ts';
import { fakeBucket } from '../support/bucket.ts';
import { recordReceipt } from '../support/documents.ts';
import { toldFees } from '../support/fees.ts';
import { gatewayEvent, lambdaContext, type Request } from '../support/gateway-event.ts';
import { materialsOver } from '../support/materials.ts';
import { told } from '../support/parties.ts';
import { outboxOf, settleFacts } from '../support/settle.ts';
import { agreed, openTask } from './notices.ts';
import { tellAll } from './telling.ts';
import { openTill } from './till.ts';
import { authorities, companyActor, draftFor, partyKey, type Desk } from './applicants.ts';
import { catalogue } from './catalogue.ts';
import { promising, waysTo, type State } from './states.ts';

export interface Hall {
  ask: (request: Request) => Promise<{ status: number; body: Record<string, unknown> }>;
  /** Brings intake its own facts until nothing new comes of them. */
  settle: () => Promise<void>;
  /** A case of the company, entered there, in that state, with what follows from a decision; gives its id. */
  caseIn: (state: State, desk: Desk) => Promise<string>;
  /** Materials is told of a fact; intake of one of materials. */
  hear: (event: Envelope) => Promise<void>;
  /** The file of a version comes and is checked. */
  receiveFile: (id: string, n: number, bytes: Uint8Array) => Promise<void>;
  /** What another set puts into the hand-over bucket of the city. */
  handOver: (ref: string, bytes: Uint8Array) => Promise<void>;
  /** What cases of the library need of shared data is fetched. */
  fetchShared: () => Promise<void>;
  /** Payments of the set, with what a route of it is asked about. */
  payments: ReturnType<typeof openTill>;
  /** The code that was sent last to verify an address. */
  codeSent: () => string;
  /** A notice to the company, of which staff of Gulou have a task; gives its id. */
  notice: () => Promise<string>;
  /** Something is told to the company and to the posts of two districts; gives the id of the line. */
  toldAll: () => Promise<string>;
  /** A receipt of a case that was handed in is made. */
  receiptOf: (id: string) => Promise<void>;
}

/** The services of a set as they are called through the gateway, over tables in memory, with the catalogue loaded. */
export async function openHall(set = 'gulou'): Promise<Hall> {
  const base = runtime('intake', set);
  const intake = intakeDeps(base);
  const own = runtime('materials', set);
  const library = materialsOver(own);
  const payments = openTill(set);
  const notifying = runtime('notifications', set);
  const notices = notificationsDeps(notifying);
  const handlers = {
    intake: httpHandler(intakeRoutes, intake),
    materials: httpHandler(materialsRoutes, library.deps),
    notifications: httpHandler(notificationsRoutes, notices),
    payments: payments.handle,
    agency: httpHandler(
      agencyRoutes,
      agencyOver({ ...runtime('agency', set), partyKey: () => Promise.resolve(partyKey) }).deps,
    ),
  };
  const ask: Hall['ask'] = async (request) => {
    const service = /^\/(materials|notifications|payments|agency)\b/.exec(request.path)?.[1];
    const headers = { 'Idempotency-Key': randomUUID(), ...request.headers };
    const { statusCode, body } = await (isNamed(service) ? handlers[service] : handlers.intake)(
      gatewayEvent({ ...request, headers }),
      lambdaContext,
    );
    const isText = body.startsWith('<') || body.startsWith('\uFEFF');
    const shown: unknown = isText ? {} : JSON.parse(body);
    return { status: statusCode, body: z.record(z.string(), z.unknown()).parse(shown) };
  };
  const act = async (path: string, body: object, actor: Actor): Promise<string> => {
    const versions = [path.endsWith('/decide') ? '"3"' : [], path.endsWith('/fees/assess') ? '"0"' : []].flat();
    const headers: Record<string, string> = versions[0] ? { 'If-Match': versions[0] } : {};
    const reply = await ask({ method: 'POST', path, body, actor, headers });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply)}`);
    return String(reply.body['id']);
  };

  const settle = () => settleFacts(intake, async () => outboxOf(base.table));

  const editor = staffActor('catalogue-editor', { district: set }, 'preparing editor');
  const edition = `/intake/catalogue/editions/${await act('/intake/catalogue', catalogue, editor)}`;
  await act(`${edition}/submit`, {}, editor);
  await act(`${edition}/publish`, {}, staffActor('catalogue-publisher', { district: set }, 'publishing person'));
  await told(intake, ...authorities);
  await (await intake.staff()).saw('amr', { sub: 'colleague', partyId: 'p_colleague' }, intake.now());
  return {
    ask,
    payments,
    hear: async (event) => {
      await (event.source.endsWith('/materials') ? toldFees(intake, event) : library.hear(event));
    },
    receiveFile: (id, n, bytes) => library.receive(id, n, bytes),
    handOver: (ref, bytes) => library.handOver.put(ref, { bytes, contentType: 'application/json', fileName: 'x' }),
    async fetchShared() {
      library.registers.answers.set('legal-entity', { outcome: 'find', fields: { name: '示例' } });
      await library.fetch(...outboxOf(own.table).filter(({ type }) => type === SharedDataDueV1.type));
    },
    toldAll: () => tellAll(notices),
    codeSent: () => codeOf('key', String(outboxOf(notifying.table).at(-1)?.data['noticeId'])),
    notice: () => openTask(notices),
    receiptOf: (id) => recordReceipt(base.table, id),
    settle,
    async caseIn(state, desk) {
      const by = desk === 'online' ? companyActor(2) : staffActor(desk === 'agency' ? 'officer' : desk);
      const item = state === 'in-review' ? { itemKey: 'reviewed-item' } : { commitment: promising.has(state) };
      const id = await act('/intake/applications', { ...draftFor(desk), ...item }, by);
      if (state !== 'draft') await act(`/intake/applications/${id}/submit`, {}, by);
      for (const [name, body, role] of waysTo[state]) {
        await act(`/intake/applications/${id}/${name}`, body, staffActor(role, { department: 'amr' }, `the-${role}`));
      }
      if (state === 'decided') await settle();
      return id;
    },
  };
}

const isNamed = (service: string | undefined): service is 'materials' | 'notifications' | 'payments' | 'agency' =>
  service !== undefined;

function runtime(service: string, set: string) {
  const publisher = { service, district: set, newId: randomUUID };
  return { ...fakeHttpDeps(), set, service, city: 'fuzhou', newId: randomUUID, publisher };
}

function intakeDeps(base: ReturnType<typeof runtime>): IntakeDeps {
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

function notificationsDeps(base: ReturnType<typeof runtime>): NotificationsDeps {
  return { ...base, ...notificationsParts(base), codeKey: async () => 'key', providerSecret: async () => agreed };
}
