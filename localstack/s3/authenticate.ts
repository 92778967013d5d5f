import { accessDenied, Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';
import { signatureOf } from './signature.ts';
import type { SignatureScope } from './signature.ts';

/** The key pair that every function of the local cloud signs with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

interface Claim extends SignatureScope {
  credential: string;
  signature: string;
  /** Seconds that a presigned URL is valid from its timestamp. */
  expires?: number;
}

const skewMs = 15 * 60_000;
const longestExpiry = 7 * 86_400;

/** Verifies who sent a request, and when; returns what its sender says of the body. Throws a `Refusal` as S3 does. */
export function authenticate(request: S3Request, credentials: Credentials, now: Date): { payloadHash: string } {
  const claim = readClaim(request);
  checkTime(claim, now);
  checkHeaders(request, claim);
  if (claim.credential !== credentials.accessKeyId) {
    throw new Refusal(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (signatureOf(request, claim, credentials.secretAccessKey) !== claim.signature) {
    throw new Refusal(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  if (credentials.sessionToken !== undefined && request.header('x-amz-security-token') !== credentials.sessionToken) {
    throw new Refusal(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  return { payloadHash: claim.payloadHash };
}

function readClaim(request: S3Request): Claim {
  const { authorization } = request.message.headers;
  const presigned = request.query.has('X-Amz-Signature');
  if (authorization !== undefined && presigned) {
    throw new Refusal(400, 'InvalidArgument', 'Only one auth mechanism allowed.');
  }
  if (presigned) return readQuery(request);
  if (authorization !== undefined) return readHeader(request, authorization);
  throw accessDenied('Access Denied');
}

function readHeader(request: S3Request, authorization: string): Claim {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/;
  const [, credential = '', signedHeaders = '', signature = ''] = pattern.exec(authorization) ?? [];
  const timestamp = request.header('x-amz-date') ?? '';
  const payloadHash = request.header('x-amz-content-sha256');
  if (signature === '')
    throw new Refusal(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  if (payloadHash === undefined) {
    throw new Refusal(400, 'InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  return {
    ...readScope(credential, timestamp),
    timestamp,
    signature,
    payloadHash,
    signedHeaders: signedHeaders.split(';'),
  };
}

function readQuery({ query, header }: S3Request): Claim {
  const expires = Number(query.get('X-Amz-Expires'));
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || !(expires >= 1 && expires <= longestExpiry)) {
    throw new Refusal(
      400,
      'AuthorizationQueryParametersError',
      'X-Amz-Algorithm must be AWS4-HMAC-SHA256 and X-Amz-Expires between 1 second and 7 days.',
    );
  }
  const timestamp = query.get('X-Amz-Date') ?? '';
  return {
    ...readScope(query.get('X-Amz-Credential') ?? '', timestamp),
    timestamp,
    expires,
    signature: query.get('X-Amz-Signature') ?? '',
    payloadHash: header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
  };
}

function readScope(text: string, timestamp: string): { credential: string; region: string } {
  const [credential = '', date = '', region = '', ...rest] = text.split('/');
  if (rest.join('/') === 's3/aws4_request' && date === timestamp.slice(0, 8)) return { credential, region };
  throw new Refusal(
    400,
    'AuthorizationHeaderMalformed',
    'The credential is malformed; it must name date, region and s3.',
  );
}

function checkTime({ timestamp, expires }: Claim, now: Date): void {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp) ?? [];
  const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signed)) throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  const age = now.getTime() - signed;
  if (expires === undefined && Math.abs(age) > skewMs) {
    throw new Refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
  if (expires !== undefined && age > expires * 1000) throw accessDenied('Request has expired');
  if (age < -skewMs) throw accessDenied('Request is not yet valid');
}

function checkHeaders({ message }: S3Request, { signedHeaders }: Claim): void {
  const unsigned = Object.keys(message.headers).filter(
    (name) => (name.startsWith('x-amz-') || name === 'host') && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw accessDenied(`There were headers present in the request which were not signed: ${unsigned.join(', ')}`);
  }
}
