const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One XML element around escaped text. */
export function element(name: string, text: string | number): string {
  return `<${name}>${String(text).replaceAll(/[&<>"]/g, (one) => entities[one] ?? one)}</${name}>`;
}

/** A document in S3's namespace around elements. */
export function xml(root: string, content: string): string {
  const namespace = root === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${content}</${root}>`;
}
