export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};

/** `a` against `b` over rounds that were run in turn: the median of the ratios, since both meet the same weather. */
export const ratio = (rounds: readonly { readonly a: number; readonly b: number }[]): number =>
  median(rounds.map(({ a, b }) => a / b));

export const two = (value: number) => value.toFixed(2);
