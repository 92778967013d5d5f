import { accessPage } from './access.ts';
import { asyncApiDocument } from './asyncapi.ts';
import { schemaPath } from './event-facts.ts';
import { eventsPage } from './events.ts';
import { contractSchemas } from './frozen.ts';
import { drawnInto, graphs } from './graphs.ts';
import { openApiDocument } from './openapi.ts';

/** Every generated document: where it is kept, and what it must say now. */
export function documents(): { path: string; text: string }[] {
  return [
    { path: 'docs/openapi.json', text: json(openApiDocument()) },
    { path: 'docs/access.md', text: accessPage() },
    { path: 'docs/events.md', text: eventsPage() },
    { path: 'docs/asyncapi.json', text: json(asyncApiDocument()) },
    ...[...new Set(graphs.map(({ readme }) => readme))].map((path) => ({ path, text: drawnInto(path) })),
    ...contractSchemas().map(({ type, schema }) => ({ path: schemaPath(type), text: json(schema) })),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
