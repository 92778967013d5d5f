const keySchema = (n: string) => [
  { AttributeName: `pk${n}`, KeyType: 'HASH' },
  { AttributeName: `sk${n}`, KeyType: 'RANGE' },
];

/** A service's table as `infra/constructs/service-table.ts` declares it. */
export const tableShape = {
  AttributeDefinitions: ['', '1', '2', '3'].flatMap((n) =>
    [`pk${n}`, `sk${n}`].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  ),
  KeySchema: keySchema(''),
  GlobalSecondaryIndexes: ['1', '2', '3'].map((n) => ({
    IndexName: `index${n}`,
    KeySchema: keySchema(n),
    Projection: { ProjectionType: 'ALL' },
  })),
};
