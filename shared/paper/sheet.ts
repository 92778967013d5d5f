/** A label in both languages: the Chinese one holds, the English one helps. */
export interface Label {
  zh: string;
  en: string;
}

export interface Row {
  label: Label;
  value: string;
}

/** One part of a document, in the order in which it is read. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; heading?: Label; rows: readonly Row[] };

/** 文书: what stands on the paper, before it is drawn. */
export interface Sheet {
  title: Label;
  /** 文号; absent on what the applicant says himself. */
  number?: string;
  /** 主送: to whom it is addressed. */
  to?: string;
  blocks: readonly Block[];
  /** What it says, in English; the Chinese text holds. */
  english: readonly string[];
  /** The office whose seal is on it. */
  office: Label;
  /** Day of the act, yyyy-mm-dd, in Shanghai. */
  day: string;
  /** Printed on every page: by it the verification page finds what was made. */
  verification: string;
  /** How the reader checks it, printed on every page; absent: by uploading the file. */
  check?: string;
  /** What stands in the seal below the star; absent: 政务服务专用章. */
  purpose?: string;
  /** A QR code beside the seal: the address that it holds, and what it is for. */
  code?: { address: string; label: Label };
}

/** 2026年8月3日, as a document says a day. */
export function dayInWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
