import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '#events/catalogue';
import { envelope, type Envelope, type EventContract } from '#events/event';
import { root, sourceFiles, target } from '../tree/sources.ts';

/** A contract with what the tree tells of it. */
export interface DocumentedEvent {
  contract: EventContract;
  owner: string;
  file: string;
  consumers: string[];
  example: Envelope;
}

/** `intake.case-changed.v2` → `events/intake/case-changed.v2.ts`. */
export function fileOf(type: string): string {
  return `events/${type.replace('.', '/')}.ts`;
}

export const examplePath = (type: string) => `events/examples/${type}.json`;
export const schemaPath = (type: string) => `events/schemas/${type}.json`;

/** A service that has many subscriptions keeps them beside its entry; a function with a queue of its own is an entry too. */
const consumerFile = /^services\/[a-z]+\/([a-z]+\.lambda|subscriptions)\.ts$/;

/** Every event of the catalogue; throws where one has no example, or one that the envelope refuses. */
export function documentedEvents(): DocumentedEvent[] {
  const consuming = sourceFiles().filter(({ path }) => consumerFile.test(path));
  return catalogue.map((contract) => {
    const file = fileOf(contract.type);
    const named = consuming
      .filter(({ path, imports }) => imports.some(({ specifier }) => target(specifier, path) === file))
      .map(({ path }) => path.split('/')[1] ?? '');
    const consumers = [...new Set(named)];
    const example = envelope().parse(readJson(examplePath(contract.type)));
    return { contract, owner: contract.type.split('.')[0] ?? '', file, consumers, example };
  });
}

/** A JSON file by its path from the root. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
