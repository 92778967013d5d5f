import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpKeys } from './keys.ts';

/** A connection to the mail server, for one message. Each step rejects with what nodemailer says of it. */
export interface Line {
  /** Connected, by TLS where the server offers it, and let in. */
  open: () => Promise<void>;
  send: (mail: Buffer, to: string) => Promise<void>;
  close: () => void;
}

/** `base`: `smtp://host:587`, where TLS begins by STARTTLS, or `smtps://host:465`, where it begins at once. */
export function lineTo(base: string, { from, login, ca, servername }: SmtpKeys, timeoutMs: number): Line {
  const { protocol, hostname, port } = new URL(base);
  const connection = new SMTPConnection({
    host: hostname,
    ...(port && { port: Number(port) }),
    secure: protocol === 'smtps:',
    // Whoever strips the offer of TLS on the way must not get the password.
    requireTLS: login !== undefined,
    ...(servername && { servername }),
    ...(ca && { tls: { ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketCloseTimeout: 0,
  });
  const broken = Promise.withResolvers<never>();
  // One that breaks after all is said breaks nothing.
  broken.promise.catch(() => undefined);
  connection.on('error', broken.reject);
  connection.on('end', () => broken.reject(new Error('the line has ended')));
  const timer = setTimeout(() => broken.reject(new Error('the line is held too long')), timeoutMs);

  const step = (run: (done: (error?: Error | null) => void) => void): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    run((error) => (error ? reject(error) : resolve()));
    return Promise.race([promise, broken.promise]);
  };
  return {
    async open() {
      await step((done) => connection.connect(done));
      if (login) await step((done) => connection.login({ credentials: login }, done));
    },
    send: (mail, to) => step((done) => connection.send({ from, to: [to] }, mail, done)),
    close() {
      clearTimeout(timer);
      connection.close();
    },
  };
}
