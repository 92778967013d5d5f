import { createServer, type Socket } from 'node:net';
import { listen } from '../../server.ts';
import type { Box, Posted } from '../box.ts';
import { callFaults, type Faults } from '../faults.ts';
import { bounceOf } from './bounce.ts';
import type { Protocol } from '../protocol.ts';
import { mailHouse } from './house.ts';
import { readMail } from './read-mail.ts';
import { serveMail } from './session.ts';

export interface MailServer {
  address: string;
  secret: string;
  /** What comes back from it. */
  protocol: Pick<Protocol, 'receipt' | 'receiptKey'>;
  stop: () => Promise<void>;
}

/** Starts a mail server on a free port; what it takes in goes into the box, and to nobody. */
export async function startMailServer({
  box,
  faults,
  report,
}: {
  box: Box;
  faults: Faults;
  report: (posted: Posted) => void;
}): Promise<MailServer> {
  const house = mailHouse();
  const open = new Set<Socket>();
  const take = (mail: string, to: string): void => {
    const { headers, subject, text } = readMail(mail);
    const { 'message-id': id = '' } = headers;
    const reference = /^<(.*)@/.exec(id)?.[1] ?? '';
    report(box.post({ provider: 'smtp', reference, to, template: '', values: {}, mail: { headers, subject, text } }));
  };
  const server = createServer((socket) => {
    open.add(socket.once('close', () => open.delete(socket)));
    serveMail(socket, { house, fault: faults.next('smtp', callFaults), take });
  });
  return {
    address: `smtp://127.0.0.1:${await listen(server, 0)}`,
    secret: house.secret,
    protocol: { receipt: bounceOf, receiptKey: house.receiptKey },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const one of open) one.destroy();
      }),
  };
}
