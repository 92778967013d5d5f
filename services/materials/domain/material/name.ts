import * as z from 'zod';

// Path separators, what file systems refuse, control characters, and marks that turn the direction of writing round so that
// `exe.pdf` shows for a name that ends in `fdp.exe`.
const forbidden = /[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What the owner calls his file: a name and never a path. Normalised (NFC); 1-120 characters. */
export const fileName = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(120)
      .refine((text) => !forbidden.test(text) && !text.startsWith('.') && !text.endsWith('.'), {
        params: {
          code: 'unfit-name',
          zh: '文件名不能含路径或控制字符。',
          en: 'A file name has no path and no control characters.',
        },
      }),
  );

/** How a browser is told to save it under that name (RFC 6266, RFC 8187). */
export function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}
