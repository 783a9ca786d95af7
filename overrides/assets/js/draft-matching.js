/* 核稿: runs that two rows of letters share, and chains of them (generator/draft/chaining.py, which says why). */
const GAP = 24, LEFT_OUT = 240, AT_ONCE = 1, BACK = 80, COST = 0.3, LEFT_OUT_COST = 4;

/** The runs of `size` letters of a row, by where they stand. */
function gramsOf(row, size) {
  const places = new Map();
  for (let at = 0; at + size <= row.length; at++) {
    const gram = row.substr(at, size), known = places.get(gram);
    if (known) known.push(at); else places.set(gram, [at]);
  }
  return { row, size, places };
}
/** The longest runs of at least `size` letters that the row shares with another: [here, there, size]. */
function seedsOf({ row, size, places }, other) {
  const found = [];
  for (let there = 0; there + size <= other.length; there++) {
    for (const here of places.get(other.substr(there, size)) || []) {
      if (here && there && row[here - 1] === other[there - 1]) continue;
      let end = size;
      while (here + end < row.length && there + end < other.length && row[here + end] === other[there + end]) end++;
      found.push([here, there, end]);
    }
  }
  return found;
}
/** What a chain gains that ends in `one` and goes on with `other`; NaN where it can't. */
function gain(one, other, leftOut) {
  const over = Math.max(0, one[0] + one[2] - other[0], one[1] + one[2] - other[1]);
  if (over >= other[2] || other[0] < one[0] || other[1] < one[1]) return NaN;
  const here = other[0] + over - one[0] - one[2], there = other[1] + over - one[1] - one[2];
  if (Math.max(here, there) <= GAP) return other[2] - over - COST * Math.max(here, there);
  return here <= AT_ONCE && there <= leftOut ? other[2] - over - LEFT_OUT_COST : NaN;
}
const inOrder = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
/** The chains that seeds make, best first: {seeds, letters}. */
function chainsOf(seeds, leftOut = LEFT_OUT) {
  const ordered = seeds.slice().sort(inOrder), worth = [], before = [], reach = [], taken = [], found = [];
  ordered.forEach((seed, at) => {
    let best = seed[2], link = -1;
    for (let back = at - 1; back >= 0 && back > at - 1 - BACK && reach[back] + GAP >= seed[0]; back--) {
      const gained = worth[back] + gain(ordered[back], seed, leftOut);
      if (gained > best) { best = gained; link = back; }
    }
    worth.push(best);
    before.push(link);
    reach.push(Math.max(at ? reach[at - 1] : 0, seed[0] + seed[2]));
  });
  const last = ordered.map((seed, at) => at).sort((a, b) => worth[b] - worth[a] || a - b);
  for (let at of last) {
    const row = [];
    while (at >= 0 && !taken[at]) { row.push(at); taken[at] = true; at = before[at]; }
    if (row.length) found.push(chained(row.reverse().map((each) => ordered[each])));
  }
  return found;
}
/** The chain of seeds, those over the one before cut at their beginning. */
function chained(seeds) {
  const kept = [];
  for (const [here, there, size] of seeds) {
    const last = kept[kept.length - 1], over = last ? Math.max(0, last[0] + last[2] - here, last[1] + last[2] - there) : 0;
    kept.push([here + over, there + over, size - over]);
  }
  return chainOf(kept);
}
const chainOf = (seeds) => ({ seeds, letters: seeds.reduce((sum, seed) => sum + seed[2], 0) });
const bounds = ({ seeds }, side) => [seeds[0][side], seeds[seeds.length - 1][side] + seeds[seeds.length - 1][2]];

// --- how two rows differ (generator/edition/differences.py)

/** The edits from one row to the other, fewest (Levenshtein): the table of distances. */
function distances(one, other) {
  const width = other.length + 1, table = new Uint16Array((one.length + 1) * width);
  for (let j = 1; j < width; j++) table[j] = j;
  for (let i = 1; i <= one.length; i++) {
    table[i * width] = i;
    for (let j = 1; j < width; j++) {
      const up = table[(i - 1) * width + j] + 1, left = table[i * width + j - 1] + 1, both = table[(i - 1) * width + j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      table[i * width + j] = Math.min(up, left, both);
    }
  }
  return table;
}
function likeness(one, other) {
  const longer = Math.max(one.length, other.length);
  return longer ? 1 - distances(one, other)[(one.length + 1) * (other.length + 1) - 1] / longer : 1;
}
/** Where two rows differ: [a0, a1, b0, b1], those joined that only a chance agreement parts. */
function differencesOf(one, other) {
  let head = 0, tail = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  while (tail < one.length - head && tail < other.length - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const mine = one.slice(head, one.length - tail), its = other.slice(head, other.length - tail), table = distances(mine, its), width = its.length + 1;
  const found = [];
  let i = mine.length, j = its.length;
  while (i || j) {
    const here = table[i * width + j];
    if (i && j && mine[i - 1] === its[j - 1] && table[(i - 1) * width + j - 1] === here) { i--; j--; continue; }
    const end = [i, j];
    if (i && j && table[(i - 1) * width + j - 1] + 1 === here) { i--; j--; }
    else if (i && table[(i - 1) * width + j] + 1 === here) i--;
    else j--;
    found.push([i + head, end[0] + head, j + head, end[1] + head]);
  }
  return cleaned(joined(found.reverse()));
}
function joined(found) {
  return found.reduce((all, each) => {
    const last = all[all.length - 1];
    if (last && last[1] === each[0] && last[3] === each[2]) { last[1] = each[1]; last[3] = each[3]; } else all.push(each.slice());
    return all;
  }, []);
}
const sizeOf = (each) => Math.max(each[1] - each[0], each[3] - each[2]);
function cleaned(found) {
  const stack = [];
  for (const each of found) {
    stack.push(each);
    while (stack.length > 1) {
      const after = stack[stack.length - 1], before = stack[stack.length - 2], equal = after[0] - before[1];
      const weight = Math.min(sizeOf(before), sizeOf(after), 1600), chance = equal <= 5 && weight >= 2 && 3 * equal <= Math.max(sizeOf(before), sizeOf(after));
      if (!chance && equal > weight >> 1) break;
      stack.splice(-2, 2, [before[0], after[1], before[2], after[3]]);
    }
  }
  return stack;
}
/** How many letters two rows have in the same order. */
function inCommon(one, other) {
  let before = new Uint16Array(other.length + 1);
  for (let i = 0; i < one.length; i++) {
    const row = new Uint16Array(other.length + 1);
    for (let j = 0; j < other.length; j++) row[j + 1] = one[i] === other[j] ? before[j] + 1 : Math.max(before[j + 1], row[j]);
    before = row;
  }
  return before[other.length];
}
