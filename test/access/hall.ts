import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import type { Envelope } from '#events/event';
import { httpHandler } from '#shared/http';
import { once } from '#shared/once';
import { routes as agencyRoutes } from '../../services/agency/api.ts';
import { routes as intakeRoutes } from '../../services/intake/api.ts';
import { routes as materialsRoutes } from '../../services/materials/api.ts';
import { fakeBatchFiles } from '../../services/notifications/batch-files.fake.ts';
import { routes as notificationsRoutes } from '../../services/notifications/api.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { codeOf } from '../../services/notifications/functions/contact/code-of.ts';
import { notificationsParts } from '../../services/notifications/parts.ts';
import { staffActor } from '../support/actors.ts';
import { agencyOver } from '../support/agency.ts';
import { recordReceipt } from '../support/documents.ts';
import { toldFees } from '../support/fees.ts';
import { materialsOver } from '../support/materials.ts';
import { outboxOf, settleFacts } from '../support/settle.ts';
import { hearPlans } from '../support/stages.ts';
import { openBatch, type BatchStand } from './batches.ts';
import { agreed, openTask } from './notices.ts';
import { tellAll } from './telling.ts';
import { openTill } from './till.ts';
import { companyActor, draftFor, partyKey, type Desk } from './applicants.ts';
import { asked, done, type Ask } from './asked.ts';
import { intakeDeps, publishedTable, runtime } from './published.ts';
import { promising, waysTo, type State } from './states.ts';

export interface Hall {
  ask: Ask;
  /** Brings intake its own facts until nothing new comes of them. */
  settle: () => Promise<void>;
  /** A case of the company, entered there, in that state, with what follows from a decision; gives its id. */
  caseIn: (state: State, desk: Desk) => Promise<string>;
  /** Materials is told of a fact; intake of one of materials, or of a stage that agency has planned. */
  hear: (event: Envelope) => Promise<void>;
  /** Agency is told of facts of intake. */
  tellAgency: (...facts: readonly Envelope[]) => Promise<void>;
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
  /** A batch of Gulou that stands so; gives its id. */
  batch: (stand: BatchStand) => Promise<string>;
  /** Something is told to the company and to the posts of two districts; gives the id of the line. */
  toldAll: () => Promise<string>;
  /** A receipt of a case that was handed in is made. */
  receiptOf: (id: string) => Promise<void>;
}

/** The services of a set as they are called through the gateway, over tables in memory, with the catalogue loaded. */
export async function openHall(set = 'gulou'): Promise<Hall> {
  const base = runtime('intake', set, await publishedTable(set));
  const intake = intakeDeps(base);
  const own = runtime('materials', set);
  const library = materialsOver(own);
  const payments = openTill(set);
  const notifying = runtime('notifications', set);
  const notices = notificationsDeps(notifying);
  const agency = once(() => agencyOver({ ...runtime('agency', set), partyKey: async () => partyKey }));
  // Most halls are asked of one service alone: the routes of the others need not be laid out.
  const handlers = {
    intake: once(() => httpHandler(intakeRoutes, intake)),
    materials: once(() => httpHandler(materialsRoutes, library.deps)),
    notifications: once(() => httpHandler(notificationsRoutes, notices)),
    payments: () => payments.handle,
    agency: once(() => httpHandler(agencyRoutes, agency().deps)),
  };
  const ask: Hall['ask'] = async (request) => {
    const service = /^\/(materials|notifications|payments|agency)\b/.exec(request.path)?.[1];
    return asked(handlers[isNamed(service) ? service : 'intake']())(request);
  };
  const act = done(ask);

  const settle = () => settleFacts(intake, async () => outboxOf(base.table));

  return {
    ask,
    payments,
    hear: async (event) => {
      if (event.type === StagePlannedV1.type) await hearPlans(intake, event);
      else await (event.source.endsWith('/materials') ? toldFees(intake, event) : library.hear(event));
    },
    tellAgency: (...facts) => agency().hear(...facts),
    receiveFile: (id, n, bytes) => library.receive(id, n, bytes),
    handOver: (ref, bytes) => library.handOver.put(ref, { bytes, contentType: 'application/json', fileName: 'x' }),
    async fetchShared() {
      library.registers.answers.set('legal-entity', { outcome: 'find', fields: { name: '示例' } });
      await library.fetch(...outboxOf(own.table).filter(({ type }) => type === SharedDataDueV1.type));
    },
    toldAll: () => tellAll(notices),
    codeSent: () => codeOf(partyKey, String(outboxOf(notifying.table).at(-1)?.data['noticeId'])),
    notice: () => openTask(notices),
    batch: (stand) => openBatch(notices, stand),
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

function notificationsDeps(base: ReturnType<typeof runtime>): NotificationsDeps {
  const files = fakeBatchFiles();
  return {
    ...base,
    ...notificationsParts(base),
    codeKey: async () => partyKey,
    batchFiles: async () => files,
    providerSecret: async () => agreed,
  };
}
