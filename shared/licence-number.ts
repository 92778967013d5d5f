/**
 * The id of an electronic licence (GB/T 36904): `1.2.156.3005.2`, type (code of the issuer and three places), code of the
 * issuer, serial, version, check character. Ours is made of the number of the case that gave the edition: no two cases have one.
 */
const root = '1.2.156.3005.2';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shape = /^1\.2\.156\.3005\.2\.([0-9A-Z]{18}\d{3})\.([0-9A-Z]{18})\.([0-9A-Z]{1,40})\.(\d{3})\.([0-9A-Z])$/;

/** What the path of a look-up takes: also what was typed in small letters, or with a slip that is then told. */
export const licenceNumber = /^[0-9A-Za-z.]{1,140}$/;

/** The check character of digits and capital letters: ISO 7064 MOD 37,36. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + alphabet.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet.charAt((37 - product) % 36);
}

/** Whether it has the shape of such an id and its check character is right. */
export function isLicenceNumber(text: string): boolean {
  const [, type = '', issuer = '', serial = '', version = '', check] = shape.exec(text) ?? [];
  return check === checkCharacter(`${type}${issuer}${serial}${version}`);
}

/** The id of the edition with this serial: 基本编码 12, day 8, place 4. */
export function numberFor({ issuer, serial }: { issuer: string; serial: string }): string {
  // No national code of the type is in the catalogue: the issuer's own, and the end of the main item's code.
  const type = `${issuer}${serial.slice(6, 9).replaceAll(/\D/g, '0')}`;
  const version = '001';
  return [root, type, issuer, serial, version, checkCharacter(`${type}${issuer}${serial}${version}`)].join('.');
}
