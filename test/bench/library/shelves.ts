import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Key, Row } from '#shared/table';
import { declare } from '../../../services/materials/domain/material/act.ts';
import type { Material } from '../../../services/materials/domain/material/material.ts';
import { heldWrites } from '../../../services/materials/stores/held-rows.ts';
import { recordRow } from '../../../services/materials/stores/rows.ts';
import { uuid } from '../../support/facts.ts';

/** When the first of them was declared; each of the others a second later. */
const begun = Date.parse('2026-08-03T01:00:00Z');
const perBatch = 25;
const hash = (n: number) => n.toString(16).padStart(64, '0');

/** Puts so many documents at hand of one kind on an owner's shelf, with the rows that the functions write. */
export async function fill(client: DynamoDBClient, TableName: string, { count, ...of }: Shelf): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => rowsOf(documentOf(n, of))).flat();
  for (let n = 0; n < rows.length; n += perBatch) {
    const puts = rows
      .slice(n, n + perBatch)
      .map((row): WriteRequest => ({ PutRequest: { Item: marshall(row, { removeUndefinedValues: true }) } }));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('the engine left rows out');
  }
}

export interface Shelf {
  /** Parts the ids of one shelf from those of others. */
  n: number;
  owner: string;
  type: string;
  count: number;
}

function documentOf(n: number, { n: shelf, owner, type }: Omit<Shelf, 'count'>): Material {
  const declared = { name: `${n}.pdf`, mediaType: 'application/pdf' as const, size: 1000, sha256: hash(n) };
  const at = new Date(begun + n * 1000);
  const identity = { id: uuid(n + 1, shelf), partyId: owner, type, about: { kind: 'party' as const } };
  const { material } = declare(identity, { at, declared, held: { objectKey: `clean/${n}` } });
  if (!material) throw new Error('what is declared is there');
  return material;
}

function rowsOf(found: Material): (Key & Row)[] {
  const held = heldWrites(undefined, found).flatMap((write) => ('put' in write ? [write.put] : []));
  return [recordRow(found), ...held];
}
