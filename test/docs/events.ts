import { envelope } from '#events/event';
import { documentedEvents, examplePath, schemaPath, type DocumentedEvent } from './event-facts.ts';
import { fieldsOf, jsonSchemaOf } from './json-schema.ts';
import { table } from './markdown.ts';

const intro = `# Events

Generated from \`events/\` by \`npm run docs\`; as a machine reads it: [asyncapi.json](asyncapi.json).

A fact is written to the outbox in the transaction of the change it tells of, published to the bus of its set (\`Source\` \`banshi.<owner>\`,
\`DetailType\` the type, \`Detail\` the envelope) and delivered **at least once and in any order**. It makes at most one hop between sets: from a
district to the city, or from the city to the set named by \`toDistrict\` (\`*\`: to all). It carries ids, never a name or a number of a person, in at
most 8 KB. An optional field may be added to a version; anything else is a new version beside the old one.
`;

/** `docs/events.md`: the envelope, and every fact with its owner, fields, example and consumers. */
export function eventsPage(): string {
  const events = documentedEvents();
  const overview = table(
    ['Fact', 'Owner', 'Concerns', 'Consumers'],
    events.map(({ contract: { type, concerns }, owner, consumers }) => [
      `[${type}](#${type.replaceAll('.', '')})`,
      owner,
      concerns === 'person' ? 'a person, who must be told' : 'nobody in particular',
      consumers.join(', ') || 'nobody yet',
    ]),
  );
  return [
    intro,
    overview,
    `## Envelope\n\nCloudEvents 1.0 attributes.\n\n${fieldTable(envelope())}`,
    ...events.map(section),
  ].join('\n');
}

function section({ contract, owner, file, consumers, example }: DocumentedEvent): string {
  return `## ${contract.type}

${contract.summary}

Owner: ${owner} ([contract](../${file}), [schema](../${schemaPath(contract.type)}), [example](../${examplePath(contract.type)})). Consumers: ${consumers.join(', ') || 'none yet'}.

${fieldTable(contract.data)}
\`\`\`json
${JSON.stringify(example.data, null, 2)}
\`\`\`
`;
}

function fieldTable(schema: Parameters<typeof jsonSchemaOf>[0]): string {
  const rows = fieldsOf(jsonSchemaOf(schema)).map(({ path, kind, required, description }) => [
    `\`${path}\``,
    kind,
    required ? 'always' : 'sometimes',
    description,
  ]);
  return table(['Field', 'Kind', 'Present', 'Meaning'], rows);
}
