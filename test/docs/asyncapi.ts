import { envelope } from '#events/event';
import { documentedEvents, type DocumentedEvent } from './event-facts.ts';
import { jsonSchemaOf } from './json-schema.ts';

const security = [{ $ref: '#/components/securitySchemes/aws' }];

/** The facts of all services as an AsyncAPI 3 document: one channel for each type, sent by its owner, received by its consumers. */
export function asyncApiDocument() {
  const events = documentedEvents();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Banshi 办事: facts between services',
      version: '1',
      description:
        'Delivered at least once and in any order over the EventBridge bus of each set; a fact hops at most once between sets.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(events.map((event) => [event.contract.type, channelOf(event)])),
    operations: Object.fromEntries(events.flatMap(operationsOf)),
    components: {
      securitySchemes: {
        aws: {
          type: 'http',
          scheme: 'AWS4-HMAC-SHA256',
          description: 'Roles of the functions; nobody else may use the bus.',
        },
      },
      messages: Object.fromEntries(events.map((event) => [event.contract.type, messageOf(event)])),
      schemas: {
        Envelope: jsonSchemaOf(envelope()),
        ...Object.fromEntries(events.map(({ contract }) => [contract.type, jsonSchemaOf(contract.data)])),
      },
    },
  };
}

function channelOf({ contract: { type, summary } }: DocumentedEvent) {
  return {
    address: type,
    summary,
    description: '`DetailType` of the entry on the bus.',
    messages: { [type]: { $ref: `#/components/messages/${type}` } },
  };
}

function operationsOf({ contract: { type, summary }, owner, consumers }: DocumentedEvent): [string, object][] {
  const shared = { summary, channel: { $ref: `#/channels/${type}` }, security };
  return [
    [`${owner}-sends-${type}`, { action: 'send', ...shared }],
    ...consumers.map((consumer): [string, object] => [
      `${consumer}-receives-${type}`,
      { action: 'receive', ...shared },
    ]),
  ];
}

function messageOf({ contract: { type, summary }, example }: DocumentedEvent) {
  const own = { type: 'object', properties: { type: { const: type }, data: { $ref: `#/components/schemas/${type}` } } };
  return {
    name: type,
    title: type,
    summary,
    payload: { allOf: [{ $ref: '#/components/schemas/Envelope' }, own] },
    correlationId: { location: '$message.payload#/correlationId' },
    examples: [{ name: 'example', payload: example }],
  };
}
