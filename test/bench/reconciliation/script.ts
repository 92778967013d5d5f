import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTable, type Row } from '../../../shared/table.ts';
import { days } from './day.ts';

/** D3: what somebody would write who has the memory: the whole file into a map by number, then each row of the ledger against it. */
interface Asked {
  endpoint: string;
  table: string;
  folder: string;
  size: keyof typeof days;
}
const { endpoint, table: name, folder, size }: Asked = JSON.parse(process.argv[2] ?? '');
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const table = openTable(new DynamoDBClient({ endpoint, region: 'local-1', credentials }), name);
const began = performance.now();
const rows = new Map<string, { fen: number; ref: string }>();
const file = createReadStream(join(folder, `statements/${size}`)).pipe(createGunzip());
for await (const line of createInterface({ input: file })) {
  if (!line.startsWith('`')) continue;
  const values = line.slice(1).split(',`');
  if (values.length < 27) continue;
  const [number = '', ref = '', yuan = ''] = [values[6], values[5], values[12]];
  rows.set(number, { fen: Math.round(Number(yuan) * 100), ref });
}
let [matched, differ, missing] = [0, 0, 0];
for (let shard = 0; shard < 16; shard += 1) {
  const partition = `CLEARING#wechat#treasury#${days[size].day}#${shard.toString(16)}`;
  let after: Row | undefined;
  do {
    const found = await table.query({ partition, ...(after && { after }) });
    for (const item of found.rows) {
      const row = rows.get(String(item['number']));
      if (!row) missing += 1;
      else if (row.fen === item['amountFen'] && row.ref === item['ref']) matched += 1;
      else differ += 1;
      rows.delete(String(item['number']));
    }
    after = found.last;
  } while (after);
}
process.stdout.write(
  JSON.stringify({ taken: [performance.now() - began], matched, differ, missing, unknown: rows.size }),
);
