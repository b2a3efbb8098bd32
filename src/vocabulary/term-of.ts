/** 年度 or 中长期, as far as the words of a header or a label say it; 跨年续用款 is money of the year before. */
export const termOf = (header: string): 'annual' | 'long-term' | undefined =>
  /建设期(?!限)|运营期|中长期|中期|实施周?期|长期|多年|周期|跨年(?!.*[款金])|三年/.test(header)
    ? 'long-term'
    : /年度/.test(header)
      ? 'annual'
      : undefined
