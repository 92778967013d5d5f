/** An answer of S3 other than success: status, S3's error code and its message. */
export class Refusal extends Error {
  override name = 'Refusal';
  status: number;
  code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function accessDenied(message: string): Refusal {
  return new Refusal(403, 'AccessDenied', message);
}

export function notImplemented(what: string): Refusal {
  return new Refusal(501, 'NotImplemented', `The local S3 has no ${what}.`);
}
