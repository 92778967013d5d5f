/** The laws of a basis as a document cites them: 《食品安全法》第35条、《…》. */
export function lawsIn(basis: string): string {
  return basis
    .split(/[;；]/)
    .map((one) => one.trim().replaceAll(/[《》]/g, ''))
    .filter(Boolean)
    .map((one) =>
      one.replace(/^(.*?)(?: arts?\. ?(\d+).*)?$/, (_, law: string, n?: string) => `《${law}》${n ? `第${n}条` : ''}`),
    )
    .join('、');
}
