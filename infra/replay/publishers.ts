import { InvokeCommand, paginateListFunctions, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

/** The function `publish` of one service in one set. */
export interface Publisher {
  set: string;
  service: string;
  functionName: string;
}

/** One page of one shard of a day, as `shared/replay.ts` takes it. */
export interface Page {
  date: string;
  shard: string;
  consumer?: string | undefined;
  after?: string;
}

const replayed = z.object({ sent: z.int().min(0), after: z.string().nullable() });
export type Replayed = z.infer<typeof replayed>;

/** Every publisher of the account and region. They are told by their description: AWS cuts long names off. */
export async function findPublishers(client: LambdaClient): Promise<Publisher[]> {
  const found: Publisher[] = [];
  for await (const { Functions } of paginateListFunctions({ client }, {})) {
    for (const { FunctionName, Description } of Functions ?? []) {
      const [, service, set] = /^([a-z-]+)\.publish of ([a-z-]+)$/.exec(Description ?? '') ?? [];
      if (service && set && FunctionName?.startsWith('banshi-'))
        found.push({ set, service, functionName: FunctionName });
    }
  }
  return found.toSorted((a, b) => (a.functionName < b.functionName ? -1 : 1));
}

/** Has a publisher send one page again. Rejects with one line when the function fails. */
export function replayBy(client: LambdaClient): (publisher: Publisher, page: Page) => Promise<Replayed> {
  return async ({ functionName: FunctionName }, page) => {
    const Payload = JSON.stringify({ replay: page });
    const reply = await client.send(new InvokeCommand({ FunctionName, Payload }));
    const answer: unknown = JSON.parse(reply.Payload?.transformToString() ?? 'null');
    if (reply.FunctionError) throw new Error(errorIn(answer));
    return replayed.parse(answer);
  };
}

function errorIn(answer: unknown): string {
  const { data } = z.object({ errorMessage: z.string() }).safeParse(answer);
  return data?.errorMessage ?? 'the function failed; its log says why';
}
