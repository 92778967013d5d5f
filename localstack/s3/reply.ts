import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Reply } from './read.ts';
import { Refusal } from './refusal.ts';
import { element, xml } from './xml.ts';

/** Sends an answer; a reader who goes away in the middle is no error. */
export async function sendReply(
  message: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body }: Reply,
): Promise<void> {
  // What is left of a refused body is read and dropped: else the sender sees a broken connection, not our answer.
  message.resume();
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, headers);
  if (typeof body === 'object') await pipeline(body, response).catch(() => undefined);
  else response.end(body);
}

/** S3's error document; what is no refusal is a fault of the local S3 itself. */
export function errorReply(message: IncomingMessage, error: unknown, requestId: string): Reply {
  const {
    status,
    code,
    message: text,
  } = error instanceof Refusal ? error : { status: 500, code: 'InternalError', message: String(error) };
  const content = [element('Code', code), element('Message', text), element('RequestId', requestId)].join('');
  const body = message.method === 'HEAD' ? '' : xml('Error', content);
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
