import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { issueCertificate } from '#shared/certificate';

/** A mail server's certificate and what its users know of it; made anew at each start. */
export interface MailHouse {
  key: string;
  cert: string;
  login: { user: string; pass: string };
  /** By which the address of bounces ends. */
  receiptKey: string;
  /** The text of the secret. */
  secret: string;
}

const pemOf = (der: Buffer): string => new X509Certificate(der).toString();
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

export function mailHouse(): MailHouse {
  // TLS goes by the real time, wherever the clock of the cloud stands.
  const [from, until] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 365 * 86_400_000)];
  const root = { holder: { name: 'Mail root（模拟）', place: '模拟' }, key: pair() };
  const [key, holder] = [pair(), { name: 'mail.banshi.example', place: '模拟' }];
  const login = { user: 'banshi', pass: randomBytes(16).toString('hex') };
  const ca = pemOf(issueCertificate({ ...root, isIssuer: true, from, until }));
  const receiptKey = randomBytes(24).toString('hex');
  const own = { receiptKey, from: 'no-reply@banshi.example', name: '榕易办', login, ca, servername: holder.name };
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pemOf(issueCertificate({ holder, key, issuer: root, from, until })),
    login,
    receiptKey,
    secret: JSON.stringify(own),
  };
}
