import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

const agent = new Agent({ keepAlive: true });

/** Posts over a connection that is kept; throws on a refusal. Without a token it is a public route. */
export async function post(url: string, token: string, body: object): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const sent = request(url, { method: 'POST', agent, headers }, resolve);
  sent.on('error', reject);
  sent.end(JSON.stringify(body));
  const reply = await promise;
  const json = await text(reply);
  if ((reply.statusCode ?? 500) >= 300) throw new Error(`${url}: ${reply.statusCode} ${json}`);
  return JSON.parse(json);
}
