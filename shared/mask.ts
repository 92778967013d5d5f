/** 段正淳 → 段** : the first character stays. */
export function maskName(name: string): string {
  return keep(name, 1, 0);
}

/** 51343620000320711X → 5***************1X, for every kind of document number. */
export function maskDocumentNumber(number: string): string {
  return keep(number, 1, 2);
}

/** 18049531999 → 180****1999; a number shorter than a mobile's shows its last two digits only. */
export function maskPhone(phone: string): string {
  return Array.from(phone).length >= 11 ? keep(phone, 3, 4) : keep(phone, 0, 2);
}

/** duandazhi@126.com → d********@126.com. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf('@');
  return at < 1 ? keep(mail, 1, 0) : keep(mail.slice(0, at), 1, 0) + mail.slice(at);
}

/** 北京市海淀区马连洼街道289号 → 北京市海淀区马********; never more than half is shown, so a short address hides its street too. */
export function maskAddress(address: string): string {
  return keep(address, Math.min(7, Math.floor(Array.from(address).length / 2)), 0);
}

/** 6222021402001234567 → ***************4567: the last four digits, as banks print them. */
export function maskAccount(number: string): string {
  return keep(number, 0, 4);
}

/** A text with no more characters than would be shown is hidden whole: a mask that shows everything is none. */
function keep(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden < 1) return '*'.repeat(characters.length);

  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(characters.length - last).join('');
}
