/** Whose pages a text may lead to: the city's, and what stands below it. */
const ours = ['fuzhou.gov.cn'];

// A phone makes a link of a bare host as well. Names of files and ends of sentences are none.
const hostShape =
  /(?:[a-z]+:\/\/)?((?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|info|top|xyz|vip|cc|io|me|co|app|site|shop|link|ly|ltd|online))(?![a-z0-9-])/gi;
const schemed = /[a-z]+:\/\/([^\s/，。；、（）]+)/gi;

/** The hosts that a text leads to and that are not ours. */
export function foreignHosts(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const hosts = [hostShape, schemed].flatMap((shape) => [...plain.matchAll(shape)].map(([, host = '']) => host));
  return [...new Set(hosts)].filter((host) => !ours.some((own) => host === own || host.endsWith(`.${own}`)));
}

/** Whether eighteen digits stand in it, or seventeen and an X: an id number, also with blanks or dashes in it. */
export const hasIdNumber = (text: string): boolean =>
  /(?<![0-9])[0-9](?:[\s-]?[0-9]){16}[\s-]?[0-9X](?![0-9])/i.test(text.normalize('NFKC'));
