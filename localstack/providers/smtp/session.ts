import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { FaultKind } from '../faults.ts';
import type { MailHouse } from './house.ts';

interface Means {
  house: MailHouse;
  fault: FaultKind | undefined;
  /** Takes a mail in, as it came. */
  take: (mail: string, to: string) => void;
}

interface Session extends Means {
  line: Socket;
  say: (reply: string) => void;
  isIn: boolean;
  to: string;
  /** What has come of a mail so far; absent outside of DATA. */
  data?: string[] | undefined;
}

/** One connection of a mail server (RFC 5321): by STARTTLS only, and for whoever has its password. */
export function serveMail(socket: Socket, means: Means): void {
  const session: Session = { ...means, line: socket, say: () => undefined, isIn: false, to: '' };
  hear(session, socket);
  session.say(means.fault === 'down' ? '421 4.3.2 down for maintenance' : '220 mail.banshi.example ESMTP');
}

function hear(session: Session, line: Socket): void {
  let rest = '';
  session.line = line;
  session.say = (reply) => void line.write(`${reply}\r\n`);
  line.on('error', () => line.destroy());
  line.on('data', (chunk: Buffer) => {
    // Our mails are ASCII on the line; whatever else comes is kept byte by byte.
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const one of lines) (session.data ? gather : obey)(session, one);
  });
}

function obey(session: Session, said: string): void {
  const [verb = '', ...rest] = said.split(' ');
  const act = acts[verb.toUpperCase()];
  if (act) act(session, rest.join(' '));
  else session.say('502 5.5.1 not known here');
}

const acts: Readonly<Record<string, (session: Session, given: string) => void>> = {
  EHLO: ({ say, line }) =>
    say(`250-mail.banshi.example\r\n250 ${line instanceof TLSSocket ? 'AUTH PLAIN' : 'STARTTLS'}`),
  STARTTLS(session) {
    const { house, line } = session;
    session.say('220 2.0.0 go on by TLS');
    line.removeAllListeners('data');
    hear(session, new TLSSocket(line, { isServer: true, secureContext: createSecureContext(house) }));
  },
  AUTH(session, given) {
    const { user, pass } = session.house.login;
    const told = Buffer.from(given.replace(/^PLAIN /i, ''), 'base64').toString('utf8');
    session.isIn = session.line instanceof TLSSocket && told === `\0${user}\0${pass}`;
    session.say(session.isIn ? '235 2.7.0 let in' : '535 5.7.8 not let in');
  },
  MAIL: ({ say, isIn }) => say(isIn ? '250 2.1.0 from whom' : '530 5.7.0 not let in'),
  RCPT(session, given) {
    const { fault, say } = session;
    if (fault === 'limit') return say('451 4.7.1 greylisted, come again later');
    if (fault === 'unreachable') return say('550 5.1.1 nobody of that name is here');
    session.to = /<([^>]*)>/.exec(given)?.[1] ?? '';
    return say('250 2.1.5 to whom');
  },
  DATA(session) {
    session.data = [];
    session.say('354 go on, end by a dot');
  },
  RSET: ({ say }) => say('250 2.0.0 begun anew'),
  QUIT: ({ say, line }) => {
    say('221 2.0.0 good-bye');
    line.end();
  },
};

function gather(session: Session, said: string): void {
  const { data = [], fault, line, take, to, say } = session;
  // RFC 5321, 4.5.2: a dot that begins a line was doubled.
  if (said !== '.') return void data.push(said.replace(/^\./, ''));
  session.data = undefined;
  // The line stays open until whoever waits gives up.
  if (fault === 'slow') return;
  take(data.join('\r\n'), to);
  if (fault === 'lost-reply') return void line.destroy();
  say('250 2.0.0 taken in');
}
