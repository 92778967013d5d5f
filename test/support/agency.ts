import { randomUUID } from 'node:crypto';
import type { Envelope } from '#events/event';
import type { Actor } from '#shared/actor';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { partyIdOf } from '#shared/party';
import { queueHandler } from '#shared/queue';
import { routes } from '../../services/agency/api.ts';
import type { AgencyDeps } from '../../services/agency/deps.ts';
import { agencyParts } from '../../services/agency/parts.ts';
import { subscriptions } from '../../services/agency/subscriptions.ts';
import { projectInput } from '../docs/examples/project.ts';
import { applicantActor, staffActor } from './actors.ts';
import { fakeBucket } from './bucket.ts';
import { gatewayEvent, lambdaContext, type Request } from './gateway-event.ts';
import { mergeFact } from './parties.ts';
import { outboxOf } from './settle.ts';
import { sqsEvent } from './sqs-event.ts';

type Base = Omit<AgencyDeps, 'papers' | keyof ReturnType<typeof agencyParts>>;

/** Agency as it is deployed, but for its table, its clock and its log. */
export function agencyOver(base: Base) {
  const bucket = fakeBucket();
  const deps: AgencyDeps = { ...base, ...agencyParts(base), papers: async () => bucket };
  const consume = queueHandler(subscriptions, deps);
  return {
    deps,
    bucket,
    /** Facts that come to its queue; each is taken. */
    hear: async (...facts: readonly Envelope[]): Promise<void> => {
      const { batchItemFailures } = await consume(sqsEvent(...facts));
      if (batchItemFailures.length > 0) throw new Error('a fact was not taken');
    },
  };
}

export const partyKey = 'a key of the city that is long enough';
const organisation = (name: string, uscc: string): Actor =>
  applicantActor(name, { kind: 'organisation', partyId: partyIdOf(partyKey, { kind: 'uscc', number: uscc }) });

export const officer = staffActor('officer');
export const otherCode = '12441500196720244T';
/** The investor of the projects of the examples, one that may become it, and somebody else. */
export const investorActor = organisation('investor', projectInput.investor.uscc);
export const otherInvestor = organisation('other', otherCode);
export const outsider = applicantActor('outsider', { kind: 'organisation' });

const newId = () => randomUUID();

/** The agency of a set as it is called through the gateway and told of facts, over a table in memory. */
export function openAgency(set = 'gulou') {
  const own = { ...fakeHttpDeps(), set, service: 'agency', city: 'fuzhou', newId };
  const publisher = { service: 'agency', district: own.set, newId };
  const agency = agencyOver({ ...own, publisher, partyKey: async () => partyKey });
  const handle = httpHandler(routes, agency.deps);

  async function ask({ headers, ...request }: Request) {
    const all = { 'Idempotency-Key': randomUUID(), ...headers };
    const reply = await handle(gatewayEvent({ ...request, headers: all }), lambdaContext);
    return { status: reply.statusCode, body: reply.body.startsWith('{') ? JSON.parse(reply.body) : reply.body };
  }
  const show = async (id: string) => (await ask({ path: `/agency/projects/${id}`, actor: officer })).body;
  return {
    ...agency,
    table: own.table,
    clock: own.clock,
    ask,
    show,
    /** Registers a project; gives its id. */
    register: async (body: object, actor = officer): Promise<string> => {
      const { status, body: made } = await ask({ method: 'POST', path: '/agency/projects', body, actor });
      if (status !== 201) throw new Error(JSON.stringify(made));
      return made.id;
    },
    /** An act on a project as it is, or as it was at a version. */
    act: async (id: string, name: string, { body = {}, actor = officer, seen }: Acting = {}) => {
      const version = seen ?? (await show(id)).version;
      const headers = { 'If-Match': `"${version}"` };
      return ask({ method: 'POST', path: `/agency/projects/${id}/${name}`, body, actor, headers });
    },
    /** Two ids are one party's from here on. */
    joined: (into: string, from: string) => agency.hear(mergeFact(1, [into, from], 'merged')),
    facts: () => outboxOf(own.table),
  };
}

interface Acting {
  body?: object;
  actor?: Actor;
  seen?: number;
}
