import { openApiDocument } from './openapi.ts';

/** Every generated document: where it is kept, and what it must say now. */
export function documents(): { path: string; text: string }[] {
  return [{ path: 'docs/openapi.json', text: json(openApiDocument()) }];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
