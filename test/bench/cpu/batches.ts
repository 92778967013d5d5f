import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { lambdaContext } from '../../support/gateway-event.ts';

export interface Timed {
  name: string;
  event: APIGatewayProxyEvent;
}

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

const batches = 30;

/** CPU microseconds of each request, batch by batch, one after another in turn; the first rounds warm up and are not kept. */
export async function timeBatches(handler: Handler, asked: readonly Timed[], perBatch: number) {
  const batch = async (event: APIGatewayProxyEvent): Promise<number> => {
    const before = process.cpuUsage();
    for (let n = 0; n < perBatch; n += 1) {
      const { statusCode, body } = await handler(event, lambdaContext);
      if (statusCode >= 300) throw new Error(`${event.path}: ${statusCode} ${body}`);
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / perBatch;
  };
  const measured = new Map(asked.map(({ name }) => [name, [] as number[]]));
  for (let round = -10; round < batches; round += 1) {
    for (const { name, event } of asked) {
      const microseconds = await batch(event);
      if (round >= 0) measured.get(name)?.push(microseconds);
    }
  }
  return Object.fromEntries(measured);
}
