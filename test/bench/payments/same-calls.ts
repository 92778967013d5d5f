import * as z from 'zod';
import type { Cloud } from '../../../localstack/cloud.ts';
import { countLine, type Line } from '../table.ts';

const usage = z.object({ awsCalls: z.number(), capacityUnits: z.number() });
const logged = usage.extend({ route: z.string() });

interface OneOrder {
  ours: () => Promise<unknown>;
  /** What the script's order cost, as JSON. */
  script: () => Promise<string[]>;
}

/** Whether D3 makes our calls, no more and no fewer, of rows as large as ours: calls and capacity units of one order on each side. */
export async function sameCalls(cloud: Pick<Cloud, 'logs' | 'settle'>, order: OneOrder): Promise<Line[]> {
  const before = cloud.logs().length;
  await order.ours();
  await cloud.settle();
  const lines = cloud
    .logs()
    .slice(before)
    .filter(({ function: name, text }) => /payments-Payments(Api|Consume)/.test(name) && text.includes('"awsCalls"'))
    .map(({ text }) => logged.parse(JSON.parse(text)))
    .filter(({ route }) => !beside.has(route));
  const [counted = '{}'] = await order.script();
  const theirs = usage.parse(JSON.parse(counted));
  return (['awsCalls', 'capacityUnits'] as const).map((what) => {
    const sum = lines.reduce((total, line) => total + line[what], 0);
    const line = countLine(`  ${words[what]} of an order beside those of D3`, Math.abs(sum - theirs[what]), {
      limit: 0,
    });
    return { ...line, found: `${sum}, D3 ${theirs[what]}`, target: 'the same' };
  });
}

/** The bills are asked beforehand, and read afterwards to see that each is paid: of all that this payer ever had. */
const beside = new Set(['POST /payments/bills', 'GET /payments/bills']);
const words = { awsCalls: 'calls to the table', capacityUnits: 'capacity units' };
