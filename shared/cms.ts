import { createHash, verify, X509Certificate } from 'node:crypto';
import { Constructed, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { algorithm, bufferOf } from '#shared/certificate';

/** Whoever signs: the key may be in this process, in a token or in a service that signs for us. */
export interface Signer {
  /** DER: the signer's own first, then those that vouch for it. */
  certificates: readonly Uint8Array[];
  /** ECDSA over P-256 with SHA-256, as DER. */
  sign: (content: Uint8Array) => Promise<Uint8Array>;
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * A detached signature of a content (CMS, RFC 5652) with the attributes that CAdES and so PAdES ask for (ETSI EN 319 122-1):
 * what was signed, and by exactly which certificate. The time is not among them: in a PDF its dictionary says it.
 */
export async function signDetached(content: Uint8Array, { certificates, sign }: Signer): Promise<Buffer> {
  const chain = certificates.map((one) => Certificate.fromBER(bufferOf(one)));
  const [own] = chain;
  const [ownDer] = certificates;
  if (!own || !ownDer) throw new Error('who signs needs a certificate');
  const signedAttrs = attributesOf(content, ownDer);
  const signature = await sign(signedBytes(signedAttrs));
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: chain,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs,
        signatureAlgorithm: algorithm(),
        signature: new OctetString({ valueHex: bufferOf(signature) }),
      }),
    ],
  });
  const info = new ContentInfo({ contentType: oids.signedData, content: signedData.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

const sha256 = () => new AlgorithmIdentifier({ algorithmId: oids.sha256 });

const hashed = (bytes: Uint8Array) => new OctetString({ valueHex: bufferOf(sha256Of(bytes)) });

function attributesOf(content: Uint8Array, certificate: Uint8Array): SignedAndUnsignedAttributes {
  // ESSCertIDv2 with SHA-256 by default, within certs, within SigningCertificateV2 (RFC 5035).
  const certificateId = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [hashed(certificate)] })] })],
  });
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [hashed(content)] }),
    new Attribute({ type: oids.signingCertificate, values: [certificateId] }),
  ];
  // DER: the members of a set in the order of their encodings.
  const sorted = attributes.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)));
  return new SignedAndUnsignedAttributes({ type: 0, attributes: sorted });
}

const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());

/** What the signature is over: the attributes as a SET, though they stand in the message under a tag of their own. */
function signedBytes(attributes: SignedAndUnsignedAttributes): Buffer {
  const bytes = Buffer.from(attributes.toSchema().toBER());
  bytes[0] = 0x31;
  return bytes;
}

/** The signer's certificate where the signature holds for the content; undefined where it does not, whatever the reason. */
export function signerOf(content: Uint8Array, cms: Uint8Array): X509Certificate | undefined {
  try {
    return checked(content, cms);
  } catch {
    // Bytes that are no signature at all come from anybody who asks: they are as good as a wrong one.
    return undefined;
  }
}

function checked(content: Uint8Array, cms: Uint8Array): X509Certificate | undefined {
  const info = ContentInfo.fromBER(bufferOf(cms));
  const signed = new SignedData({ schema: info.content });
  const [signer, ...others] = signed.signerInfos;
  const attributes = signer?.signedAttrs;
  if (!attributes || others.length > 0 || !(signer.sid instanceof IssuerAndSerialNumber)) return undefined;
  const { issuer, serialNumber } = signer.sid;
  const own = signed.certificates?.find(
    (one) => one instanceof Certificate && one.serialNumber.isEqual(serialNumber) && one.issuer.isEqual(issuer),
  );
  if (!(own instanceof Certificate)) return undefined;

  const der = Buffer.from(own.toSchema().toBER());
  const certificate = new X509Certificate(der);
  const digest = octetsIn(valueOf(attributes, oids.messageDigest));
  const certificateId = octetsIn(valueOf(attributes, oids.signingCertificate));
  if (!digest?.equals(sha256Of(content)) || !certificateId?.equals(sha256Of(der))) return undefined;
  const over = signedBytes(attributes);
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  return verify('sha256', over, certificate.publicKey, signature) ? certificate : undefined;
}

function valueOf({ attributes }: SignedAndUnsignedAttributes, oid: string): unknown {
  return attributes.find(({ type }) => type === oid)?.values[0];
}

/** The first octets of a value, however deep: `SigningCertificateV2` has them three sequences down. */
function octetsIn(value: unknown): Buffer | undefined {
  if (value instanceof OctetString) return Buffer.from(value.valueBlock.valueHexView);
  return value instanceof Constructed ? octetsIn(value.valueBlock.value[0]) : undefined;
}
