/** A division as it stands in codes: from which month on its number is given, and until before which. */
interface Division {
  code: string;
  from?: string;
  until?: string;
}

/** GB/T 2260 of the province and of Fuzhou; 长乐 has another number since it became a district in 2017. */
export const divisions: readonly Division[] = [
  { code: '350000' },
  { code: '350100' },
  { code: '350102' },
  { code: '350103' },
  { code: '350104' },
  { code: '350105' },
  { code: '350111' },
  { code: '350112', from: '2017-11' },
  { code: '350121' },
  { code: '350122' },
  { code: '350123' },
  { code: '350124' },
  { code: '350125' },
  { code: '350128' },
  { code: '350181' },
  { code: '350182', until: '2017-12' },
  { code: '350199' },
];
