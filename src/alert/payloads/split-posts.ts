/** Parts in order, as few posts as hold them all; a part that does not fit beside others stands alone. */
export function splitPosts<Part>(
  parts: readonly Part[],
  fits: (together: readonly Part[]) => boolean,
): readonly (readonly Part[])[] {
  const posts: Part[][] = [[]];
  for (const part of parts) {
    const last = posts.at(-1) ?? [];
    if (last.length > 0 && !fits([...last, part])) posts.push([part]);
    else last.push(part);
  }
  return posts;
}

/** What stands after a heading where a message is more than one post: ` (2/3)`. */
export function partOf(index: number, posts: number): string {
  return posts === 1 ? '' : ` (${index + 1}/${posts})`;
}
