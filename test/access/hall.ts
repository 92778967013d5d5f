import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Actor } from '#shared/actor';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { partyIdOf } from '#shared/party';
import { routes as intakeRoutes } from '../../services/intake/api.ts';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { intakeParts } from '../../services/intake/parts.ts';
import { routes as materialsRoutes } from '../../services/materials/api.ts';
import { routes as notificationsRoutes } from '../../services/notifications/api.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { postInboxStore } from '../../services/notifications/post-store.ts';
import { inboxStore } from '../../services/notifications/store.ts';
import { applicantActor, staffActor } from '../support/actors.ts';
import { fakeBucket } from '../support/bucket.ts';
import { recordReceipt } from '../support/documents.ts';
import { entryAt } from '../support/entries.ts';
import { uuid } from '../support/facts.ts';
import { gatewayEvent, lambdaContext, type Request } from '../support/gateway-event.ts';
import { materialsOver } from '../support/materials.ts';
import { authorityFact, told } from '../support/parties.ts';
import { outboxOf, settleFacts } from '../support/settle.ts';
import { examples } from '../docs/examples.ts';
import { promising, waysTo, type State } from './states.ts';

const partyKey = 'a key of the city that is long enough';
export const uscc = '91350102MA00000000';
const company = partyIdOf(partyKey, { kind: 'uscc', number: uscc });

export const companyActor = (assurance: 1 | 2): Actor =>
  applicantActor('company', { kind: 'organisation', partyId: company, assurance });
export const agentActor = (assurance: 1 | 2): Actor => applicantActor('agent', { orgs: [company], assurance });

const { departments, items } = z
  .looseObject({ departments: z.array(z.unknown()), items: z.array(z.looseObject({ key: z.string() })) })
  .parse(examples['Catalogue']);
/** A person whom the company has appointed (经办人), and an officer with its mandate. */
export const handlerActor = (assurance: 1 | 2): Actor => applicantActor('handler', { assurance });
const authorities = [
  authorityFact(1, 1, { principal: company }),
  authorityFact(2, 1, { kind: 'officer', principal: company, delegate: 'p_officer', scope: { items: ['*'] } }),
];
const form = { type: 'object', properties: { operatorName: { type: 'string', 'x-same-as': 'company.name' } } };
const deferrable = (materials: unknown) =>
  z
    .array(z.looseObject({}))
    .parse(materials)
    .map((one) => ({ ...one, must: 'deferrable' }));
const implementing = '11350102003632000X44000131001001';
const codes = {
  base: '000131001001',
  implementing: { gulou: implementing.slice(-31), fuzhou: implementing.slice(-31) },
};
const second = `${implementing.slice(-31, -1)}2`;
/** What an applicant may promise in place of a proof. */
const commitment = {
  text: '承诺场所符合条件。',
  basis: '国办发〔2020〕42号',
  covers: ['premises-layout'],
  checkWithin: 30,
};
/** 办件编号 of the first case that is handed in to a hall. */
export const firstNumber = `${implementing.slice(-31)}202608030001`;

/** A small catalogue whose one item can be applied for. */
export const catalogue = {
  departments: [...departments, { key: 'health', name: '卫生健康局', nameEn: 'Health' }],
  items: items.flatMap((item) => [
    {
      ...item,
      audience: ['1', '2'],
      codes,
      form,
      commitment,
      approvingBody: 'health',
      supervisingBody: 'amr',
      special: ['hearing'],
      materials: deferrable(item['materials']),
    },
    {
      ...item,
      key: 'reviewed-item',
      codes: { base: '000131001002', implementing: { gulou: second, fuzhou: second } },
      audience: ['1', '2'],
      form,
      steps: [{ department: 'amr', mode: 'serial' }],
    },
  ]),
  bundles: [
    {
      key: 'two-items',
      name: '两项一次办',
      nameEn: 'Two items at once',
      parts: [
        { item: 'food-business-licence', needs: [] },
        { item: 'reviewed-item', needs: ['food-business-licence'] },
      ],
    },
  ],
};

export type Desk = 'online' | 'agency' | 'window' | 'community' | 'kiosk' | 'hotline';

export interface Hall {
  ask: (request: Request) => Promise<{ status: number; body: Record<string, unknown> }>;
  /** Brings intake its own facts until nothing new comes of them. */
  settle: () => Promise<void>;
  /** A case of the company, entered there, in that state, with what follows from a decision; gives its id. */
  caseIn: (state: State, desk: Desk) => Promise<string>;
  /** Materials is told of a fact. */
  hear: (event: Envelope) => Promise<void>;
  /** The file of a version comes and is checked. */
  receiveFile: (id: string, n: number, bytes: Uint8Array) => Promise<void>;
  /** A receipt of a case that was handed in is made. */
  receiptOf: (id: string) => Promise<void>;
}

/** The services of a set as they are called through the gateway, over tables in memory, with the catalogue loaded. */
export async function openHall(set = 'gulou'): Promise<Hall> {
  const base = runtime('intake', set);
  const intake = intakeDeps(base);
  const library = materialsOver(runtime('materials', set));
  const handlers = {
    intake: httpHandler(intakeRoutes, intake),
    materials: httpHandler(materialsRoutes, library.deps),
    notifications: httpHandler(notificationsRoutes, notificationsDeps(set)),
  };
  const ask: Hall['ask'] = async (request) => {
    const service = /^\/(materials|notifications)\b/.exec(request.path)?.[1];
    const headers = { 'Idempotency-Key': randomUUID(), ...request.headers };
    const { statusCode, body } = await (
      service === 'materials' || service === 'notifications' ? handlers[service] : handlers.intake
    )(gatewayEvent({ ...request, headers }), lambdaContext);
    const shown: unknown = body.startsWith('<') ? {} : JSON.parse(body);
    return { status: statusCode, body: z.record(z.string(), z.unknown()).parse(shown) };
  };
  const act = async (path: string, body: object, actor: Actor): Promise<string> => {
    const headers: Record<string, string> = path.endsWith('/decide') ? { 'If-Match': '"3"' } : {};
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
    hear: (event) => library.hear(event),
    receiveFile: (id, n, bytes) => library.receive(id, n, bytes),
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

/** What begins a draft: for oneself online, for the company at a desk or under its mandate. */
export function draftFor(desk: Desk) {
  const begun = { itemKey: 'food-business-licence', form: { operatorName: '示例餐饮有限公司' }, channel: desk };
  if (desk === 'online') return begun;
  if (desk === 'agency') return { ...begun, authorityId: uuid(2, 7) };
  return { ...begun, applicant: { kind: 'organisation', uscc }, entry: entryAt[desk] };
}

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
  };
}

function notificationsDeps(set: string): NotificationsDeps {
  const base = runtime('notifications', set);
  return { ...base, inbox: inboxStore(base.table), postInbox: postInboxStore(base.table) };
}
