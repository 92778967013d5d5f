/** Stands in for the SHA-256 in JavaScript that the SDK keeps for a Node built without OpenSSL. */
export function Sha256Js(): never {
  throw new Error('the native SHA-256 is missing');
}
