/**
 * The longest part of a list whose numbers rise, in its order: what stands outside of it is out of place. O(n log n).
 * (Patience sorting: `ends[length]` is the item with the least number that ends a rising part of that length.)
 */
export function longestRising<Item>(items: readonly Item[], numberOf: (item: Item) => number): Set<Item> {
  const ends: { readonly item: Item; readonly at: number }[] = [];
  const links: { readonly item: Item; readonly before: number }[] = [];
  items.forEach((item, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = ends[middle];
      if (end && numberOf(end.item) < numberOf(item)) low = middle + 1;
      else high = middle;
    }
    const before = ends[low - 1]?.at ?? -1;
    links.push({ item, before });
    const end = ends[low];
    // Of two equal numbers the first stays.
    if (!end || numberOf(end.item) > numberOf(item)) ends[low] = { item, at };
  });
  const rising = new Set<Item>();
  for (let link = links[ends.at(-1)?.at ?? -1]; link; link = links[link.before]) rising.add(link.item);
  return rising;
}
